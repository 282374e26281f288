#!/usr/bin/env python3
"""Checks reports with the tools that others read them with.

Usage: check.py TOLL CLAIMS.csv [--strict]

Writes the report in every format and hands it to Chromium (axe, hovering, tapping, phones),
pdflatex, a MediaWiki parser, frictionless and libhxl. What is not installed is skipped with the
reason; with --strict a skipped check is a failed one. `make check-reports` installs what is missing.
"""

import glob
import importlib.util
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser  # noqa: E402


class Skipped(Exception):
    """Says why a check could not be made."""


def need(program):
    path = shutil.which(program)
    if not path:
        raise Skipped(f"{program} is not installed")
    return path


def need_module(name):
    if importlib.util.find_spec(name) is None:
        raise Skipped(f"Python has no {name}")


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


class Reports:
    """The reports that are checked, each written once."""

    def __init__(self, toll, claims, folder):
        self.toll, self.claims, self.folder = toll, claims, folder

    def write(self, *arguments):
        subprocess.run([self.toll, "report", "--quiet", self.claims, *arguments], check=True)

    def file(self, form, extension):
        path = os.path.join(self.folder, "report." + extension)
        if not os.path.exists(path):
            self.write("--format", form, "-o", path)
        return path

    def diff(self, name, *corpora):
        """What changed between corpora, as a page."""
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            subprocess.run([self.toll, "diff", "--quiet", *corpora, "--format", "html", "-o", path],
                           check=True)
        return path

    def pages(self):
        """The report, the changes since the corpus before, and the history of three corpora."""
        earlier = os.path.join(os.path.dirname(self.claims), "earlier", "claims.csv")
        expect(os.path.exists(earlier), f"{earlier} is not there")
        return [self.file("html", "html"), self.diff("changes.html", earlier, self.claims),
                self.diff("history.html", earlier, self.claims, earlier)]

    def tables(self):
        path = os.path.join(self.folder, "tables")
        if not os.path.exists(path):
            self.write("--format", "csv", "--hxl", "-o", path)
        return path


def axe():
    spec = importlib.util.find_spec("axe_playwright_python")
    if spec is None or not spec.submodule_search_locations:
        raise Skipped("axe is not installed (PyPI axe-playwright-python, which ships it)")
    with open(os.path.join(spec.submodule_search_locations[0], "axe.min.js")) as file:
        return file.read()


def accessibility(reports):
    """axe finds nothing, on a desktop and on a phone, light and dark, left to right and back."""
    script = axe()
    with Browser(need("chromium")) as browser:
        for page, (width, scheme, direction) in itertools.product(reports.pages(), [
                (1280, "light", "ltr"), (1280, "dark", "ltr"), (390, "light", "ltr"),
                (390, "dark", "rtl")]):
            browser.open(page, width, scheme)
            browser.run(f"document.documentElement.dir = '{direction}';"
                        "document.querySelectorAll('details').forEach(x => x.open = true)")
            browser.run(script + ";1")
            found = browser.run(
                "axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))")
            name = os.path.basename(page)
            expect(not found, f"{name} {width} {scheme} {direction}: {found}")


def phone(reports):
    """Nothing but tables that scroll by themselves is wider than a phone."""
    with Browser(need("chromium")) as browser:
        for page, direction in itertools.product(reports.pages(), ["ltr", "rtl"]):
            browser.open(page, 390)
            browser.run(f"document.documentElement.dir = '{direction}'")
            browser.settle()
            wide = browser.run("document.documentElement.scrollWidth")
            name = os.path.basename(page)
            expect(wide <= 390, f"{name} {direction}: the page is {wide} pixels wide")


def desktop(reports):
    """No table scrolls sideways on a desktop 1200 pixels wide."""
    with Browser(need("chromium")) as browser:
        browser.open(reports.file("html", "html"), 1200)
        browser.settle()
        wide = browser.run("""[...document.querySelectorAll('.scroll')]
          .filter(x => x.scrollWidth > x.clientWidth)
          .map(x => x.getAttribute('aria-label') + ' ' + x.scrollWidth)""")
        expect(not wide, f"wider than the page: {wide}")


TIP = "(document.querySelector('.tip')||{textContent:''}).textContent"
PLACE = """(() => { const m = document.querySelector('#questions svg a.mark');
  m.scrollIntoView({block: 'center'}); const r = m.getBoundingClientRect();
  return [r.x + r.width / 2, r.y + r.height / 2, m.querySelector('title').textContent] })()"""


def hover(reports):
    """Hovering and tapping a mark show its sentence; the link in it leads to the claim."""
    with Browser(need("chromium")) as browser:
        browser.open(reports.file("html", "html"))
        x, y, sentence = browser.run(PLACE)
        browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        browser.settle()
        shown = browser.run(TIP)
        expect(len(sentence) > 20 and shown.startswith(sentence), f"hovering shows {shown!r}")
        browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=2, y=2)
        browser.settle()
        expect(browser.run(TIP) == "", "the sentence stays when the pointer is gone")

        browser.open(reports.file("html", "html"), 390)
        browser.call("Emulation.setTouchEmulationEnabled", enabled=True)
        x, y, sentence = browser.run(PLACE)
        browser.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        browser.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        time.sleep(0.5)
        shown = browser.run(TIP)
        expect(shown.startswith(sentence), f"tapping shows {shown!r}")
        expect(browser.run("location.hash") == "", "a tap goes to the claim at once")
        browser.run("document.querySelector('.tip a').click()")
        browser.settle()
        expect(browser.run("!!document.querySelector('.claim:target')"), "its link leads nowhere")
        expect(browser.run(TIP) == "", "the sentence stays when its link was followed")


def sorting(reports):
    """A column's button sorts the table, and a filter leaves the rows that match."""
    with Browser(need("chromium")) as browser:
        browser.open(reports.file("html", "html"))
        values = browser.run("""(() => { const t = document.querySelector('#ranges table');
          [...t.querySelectorAll('th button')].find(b => b.textContent === 'High').click();
          return [...t.tBodies[0].rows].map(r => +r.querySelectorAll('td.n')[2].dataset.v) })()""")
        expect(len(values) > 1 and values == sorted(values, reverse=True), f"sorted: {values}")


def printing(reports):
    """Everything is on paper, with tables no wider than the page."""
    with Browser(need("chromium")) as browser:
        browser.open(reports.file("html", "html"))
        browser.call("Emulation.setEmulatedMedia", media="print")
        # A4 less Chromium's margins, in CSS pixels.
        browser.call("Emulation.setDeviceMetricsOverride", width=718, height=1047,
                     deviceScaleFactor=1, mobile=False)
        browser.run("dispatchEvent(new Event('beforeprint'))")
        browser.settle()
        wide = browser.run("""[...document.querySelectorAll('.scroll')]
          .filter(x => x.scrollWidth > x.clientWidth + 1)
          .map(x => x.getAttribute('aria-label') + ' ' + x.scrollWidth)""")
        expect(not wide, f"cut off on paper: {wide}")


def latex(reports):
    """pdflatex compiles the report, plots and all, without an error."""
    program = need("pdflatex")
    path = reports.file("latex", "tex")
    result = subprocess.run(
        [program, "-interaction=nonstopmode", "-halt-on-error", os.path.basename(path)],
        cwd=os.path.dirname(path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace")
    missing = [l for l in result.stdout.splitlines() if l.startswith("! LaTeX Error: File `")]
    if missing:
        raise Skipped(missing[0][2:])
    expect(result.returncode == 0, "\n".join(result.stdout.splitlines()[-12:]))


def wikitext(reports):
    """A MediaWiki parser finds sections, tables and references, and nothing left open."""
    need_module("mwparserfromhell")
    import mwparserfromhell
    with open(reports.file("wikitext", "wiki")) as file:
        text = file.read()
    code = mwparserfromhell.parse(text)
    tags = [str(tag.tag) for tag in code.filter_tags()]
    expect(str(code) == text, "the text does not come back")
    expect(len(code.get_sections(levels=[2])) >= 4, "fewer than four sections")
    expect(tags.count("table") == text.count("\n{|"), "a table does not parse")
    expect(tags.count("ref") >= 1, "no references")
    expect(not code.filter_templates(), "templates that nobody wrote")


def frictionless(reports):
    """frictionless accepts the data package, each row of each table."""
    need_module("frictionless")
    import frictionless as library
    plain = os.path.join(reports.folder, "plain")
    reports.write("--format", "csv", "-o", plain)
    report = library.validate(os.path.join(plain, "datapackage.json"))
    expect(report.valid, report.flatten(["title", "message"])[:3])
    expect(len(report.tasks) >= 6, f"only {len(report.tasks)} tables")


def hxl(reports):
    """libhxl reads the rows under their hashtags."""
    need_module("hxl")
    import hxl as library
    for path in sorted(glob.glob(os.path.join(reports.tables(), "*.csv"))):
        with open(path, "rb") as file:
            lines = sum(1 for _ in file)
        source = library.make_input(path, library.InputOptions(allow_local=True))
        data = library.data(source)
        rows = sum(1 for _ in data)
        expect(all(column.tag for column in data.columns), f"{path}: a column without a tag")
        expect(rows <= lines - 2, f"{path}: {rows} rows in {lines} lines")


CHECKS = [accessibility, phone, desktop, hover, sorting, printing, latex, wikitext, frictionless, hxl]


# Seconds that a check may take.
LIMIT = 240


def give_up(*_):
    raise TimeoutError(f"not done after {LIMIT} seconds")


def main(toll, claims, strict):
    signal.signal(signal.SIGALRM, give_up)
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    with tempfile.TemporaryDirectory() as folder:
        reports = Reports(os.path.abspath(toll), claims, folder)
        for check in CHECKS:
            signal.alarm(LIMIT)
            try:
                check(reports)
                outcome, note = "passed", check.__doc__
            except (Skipped, ModuleNotFoundError) as reason:
                outcome, note = ("failed" if strict else "skipped"), str(reason)
            except Exception as error:  # a check that breaks has not passed
                outcome, note = "failed", f"{type(error).__name__}: {error}"
            signal.alarm(0)
            counts[outcome] += 1
            print(f"{outcome} {check.__name__}: {note}", flush=True)
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--strict"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    sys.exit(main(arguments[0], arguments[1], "--strict" in sys.argv))

#include "CData.h"

// Two lines a file of Data/, in the order of their paths: its path from here, then EmbeddedFile.h.
// LexiconsTests says when one is forgotten, misplaced or stale.
static const CDataFile files[] = {
#define EMBEDDED_FILE "../../Data/conventions/acled.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/conventions/airwars.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/conventions/ccc.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/conventions/gtd.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/conventions/interval.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/conventions/ucdp.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/abbreviations.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/comparison.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/cues.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/grammar.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/indefinites.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/measures.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/multipliers.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/numerals.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/outcomes.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/persons.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/places.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/pronouns.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/qualifiers.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/settings.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/speakers.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/things.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/times.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/titles.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/verbs.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/lexicons/en/victims.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/mappings/conflict-loss-claims.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/mappings/official-daily.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/registers/conflicts.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/registers/offices.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/registers/parties.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/registers/places.csv"
#include "EmbeddedFile.h"
#define EMBEDDED_FILE "../../Data/registers/sources.csv"
#include "EmbeddedFile.h"
};

// Paths are told below Data/, not from this folder.
static const size_t prefixLength = sizeof("../../Data/") - 1;

size_t cdata_file_count(void) { return sizeof files / sizeof files[0]; }

CDataFile cdata_file(size_t index) {
  CDataFile file = files[index];
  file.path += prefixLength;
  return file;
}

#include "CData.h"

// One line a file of Data/, in the order of their paths; LexiconsTests says when one is forgotten.
static const size_t fileCount = 0;

size_t cdata_file_count(void) { return fileCount; }

CDataFile cdata_file(size_t index) {
  (void)index;
  return (CDataFile){0};
}

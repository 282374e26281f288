#ifndef TOLL_CDATA_H
#define TOLL_CDATA_H

#include <stddef.h>

/// One file of Data/, as it was when the binary was built.
typedef struct {
  /// Its path below Data/, such as "registers/parties.csv".
  const char *path;
  /// Its bytes; not terminated.
  const unsigned char *bytes;
  /// How many bytes there are.
  size_t count;
} CDataFile;

/// How many files are embedded.
size_t cdata_file_count(void);

/// The embedded file at an index below the count, in the order of their paths.
CDataFile cdata_file(size_t index);

#endif

// The include path (/usr/include/libxml2) comes from libxml-2.0.pc, which the manifest names.
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

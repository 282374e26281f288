// The include path (/usr/include/libxml2) comes from libxml-2.0.pc, which the manifest names.
#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU and its headers would bring ICU's in, whose declarations clash
// with those of the ICU inside Foundation. Only pointers to the types concerned cross over to us.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

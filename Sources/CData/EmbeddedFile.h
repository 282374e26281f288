// One entry of CData.c's table: the file that EMBEDDED_FILE names. It has no include guard because
// it is included once a file. A NUL behind the bytes lets an empty file be embedded too; the count
// leaves it out.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
{EMBEDDED_FILE,
 (const unsigned char[]){
#embed EMBEDDED_FILE suffix(, 0) if_empty(0)
 },
 sizeof((const unsigned char[]){
#embed EMBEDDED_FILE suffix(, 0) if_empty(0)
 }) - 1},
#pragma clang diagnostic pop
#undef EMBEDDED_FILE

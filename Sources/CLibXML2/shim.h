#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU and shows its headers, which differ from Foundation's own copy;
// the two cannot be imported together. Nothing that we call looks different without them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>

// A global that Swift takes for one that changes.
static inline const char *clibxml2_version(void) { return xmlParserVersion; }

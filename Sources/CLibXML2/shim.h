/* Debian's libxml2 is built with ICU and would draw in ICU's headers, whose types clash with those of
   Foundation wherever both are seen. Nothing of what is used here depends on them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>

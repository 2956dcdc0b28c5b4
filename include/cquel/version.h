/* cquel/version.h: the version, and the only place it is written.
 *
 * The build reads these three numbers; semantic versioning applies to everything outside cquel/priv.
 */
#ifndef CQUEL_VERSION_H
#define CQUEL_VERSION_H

#include <cquel/export.h>

#define CQ_VERSION_MAJOR 0
#define CQ_VERSION_MINOR 1
#define CQ_VERSION_PATCH 0

CQ_BEGIN_DECLS

/** The version of the library that is linked, "0.1.0" for instance; a static string, never NULL, any thread. */
CQ_API const char *cq_version(void);

CQ_END_DECLS

#endif

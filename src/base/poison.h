/* base/poison.h: the library's C without the functions that have no bound.
 *
 * It knows nothing of the library. The build puts it before every source of src/ (-include base/poison.h).
 */
#ifndef CQ__BASE_POISON_H
#define CQ__BASE_POISON_H

/* The system's own headers mention these names, so they come first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

#undef alloca

/* alloca is a macro, and a C library may make macros of the others. */
#undef strcpy
#undef strcat
#undef strtok
#undef alloca
#undef sprintf
#undef vsprintf
#pragma GCC poison strcpy strcat sprintf vsprintf strtok atoi atol atoll alloca gets

#endif

/* poison.h: makes functions with no bound a compile error in the whole library.
 *
 * It knows nothing of cquel. The build includes it before every source of src; no file names it.
 */
#ifndef CQ_BASE_POISON_H
#define CQ_BASE_POISON_H

/* The system's own headers declare and inline these functions: they must be read before the names are poisoned. */
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#pragma GCC poison strcpy strcat strtok atoi atol atoll alloca sprintf vsprintf gets

#endif

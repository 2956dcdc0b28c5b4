/* base/version.c: the version's text, from the numbers of cquel/version.h.
 *
 * It knows nothing else. See cquel/version.h.
 */
#include <cquel/version.h>

#define TEXT_OF(number) #number
#define TEXT(number) TEXT_OF(number)

const char *cq_version(void)
{
	return TEXT(CQ_VERSION_MAJOR) "." TEXT(CQ_VERSION_MINOR) "." TEXT(CQ_VERSION_PATCH);
}

/* support/share.h: how many of its random cases a long test runs: all of them, but few where ThreadSanitizer, which such a test
 * has nothing to show to, makes each one ten times as slow. It knows nothing of the tests.
 */
#ifndef CQ_TEST_SHARE_H
#define CQ_TEST_SHARE_H

#include <stdio.h>

#ifdef __SANITIZE_THREAD__
enum { SHARE_OF = 16 };
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
enum { SHARE_OF = 16 };
#else
enum { SHARE_OF = 1 };
#endif
#else
enum { SHARE_OF = 1 };
#endif

/* For a test of one thread. Says so when it is not all. */
static inline int share(int all)
{
	if (SHARE_OF != 1)
		(void)printf("ThreadSanitizer: %d of %d\n", all / SHARE_OF, all);
	return all / SHARE_OF;
}

#endif

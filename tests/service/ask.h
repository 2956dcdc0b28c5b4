/* service/ask.h: one request after the other, on one connection: what is asked, and what must come back.
 *
 * It knows nothing of the service's resources. What is not as it must be is said on standard error, and counted.
 */
#ifndef CQ_TEST_SERVICE_ASK_H
#define CQ_TEST_SERVICE_ASK_H

#include "http.h"

#include <jansson.h>

typedef struct Asker {
	http_crowd crowd;
	const char *method, *path, *headers, *body;
	size_t length;
	bool asked;
	int status;            /* of the latest answer; 0: there was none */
	char *head, *answer;   /* of the latest */
	int retry_after;
	int wrong;
} Asker;

void asker_open(Asker *asker, uint16_t port);
void asker_close(Asker *asker);

/* Asks, again and again for up to five seconds where the answer is 503 and says when to come back. headers: further lines. The status. */
int asker_ask(Asker *asker, const char *method, const char *path, const char *headers, const char *body, size_t length);

/* Asks, and compares: the status, and what the answer must hold at least ("": nothing is looked at). The answer, to be released. */
json_t *ask(Asker *asker, int status, const char *method, const char *path, const char *body, const char *holds);
void expect(Asker *asker, int status, const char *method, const char *path, const char *body, const char *holds);

/* What a POST makes: its id. */
int64_t make(Asker *asker, const char *path, const char *body, const char *holds);

/* printf into one of four rooms, which are used in turn. */
__attribute__((format(printf, 1, 2))) const char *text(const char *format, ...);

#endif

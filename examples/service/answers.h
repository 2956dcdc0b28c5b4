/* service/answers.h: sends answers: JSON, with the headers that belong to a status. It knows nothing of sessions and tasks. */
#ifndef SERVICE_ANSWERS_H
#define SERVICE_ANSWERS_H

#include "service.h"

/* What is not to be found in the answer itself. */
typedef struct AnswerHead {
	int status;
	const char *allow;    /* NULL, or the methods that a 405 names */
	const char *location; /* NULL, or where a 201 has put it */
	bool closes;          /* the connection is closed behind it */
} AnswerHead;

/* answer NULL: one without a body. Lets go of the request of libevent's, which may have lost its connection. */
void send_answer(struct evhttp_request *http, const AnswerHead *head, const json_t *answer);

/* {"error": "the sentence"} */
void send_refusal(struct evhttp_request *http, const AnswerHead *head, const char *sentence);

#endif

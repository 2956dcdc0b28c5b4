/* exec/shared_parts.h: what shared.c and shared_route.c share: a shared handle and the way of its requests.
 * It knows nothing of any database. Nobody else includes it.
 */
#ifndef CQ__EXEC_SHARED_PARTS_H
#define CQ__EXEC_SHARED_PARTS_H

#include "exec/pool.h"
#include "exec/shared.h"
#include "io/waiter.h"

/* Where a request is. */
typedef enum cq__route_place {
	CQ__ROUTE_NEW,
	CQ__ROUTE_WAITING,  /* in the handle's queue */
	CQ__ROUTE_READY,    /* its member is found, and who sits and waits sends it there */
	CQ__ROUTE_SENT,     /* the driver's */
	CQ__ROUTE_FINISHED, /* without having been sent: its owner is told at the next turn */
	CQ__ROUTE_DONE
} cq__route_place;

/* One shared handle: what the table of functions takes for a connection. */
typedef struct cq__handle {
	cq__pool *pool;          /* with `readers`: the one that was asked last */
	cq__readers *readers;    /* of a handle that only reads; NULL: it does all, in its one pool */
	uint32_t tries;          /* readers that could not be reached for the first of those that wait */
	const cq__borrower *borrower;
	cq__list waiting;        /* requests, the oldest first */
	cq__list finished;
	cq__ticket ticket;       /* for the first of those that wait, while `asked` */
	bool asked;
	bool alone;              /* what is under way on the held member must be done before anything else is sent */
	cq__member *held;        /* a transaction is open there, or may be */
	bool reading;            /* that was begun read-only */
	bool broken;             /* the last held member was lost */
	uint32_t held_requests;  /* under way there */
	uint32_t held_streams;   /* open there */
	cq__member *bound;       /* the shared member that this handle's requests are under way on, or NULL: none is, or `spread` */
	uint32_t bound_requests; /* on shared members in all */
	bool wrote;              /* among them is one that may write */
	bool spread;             /* they are reads, and under way on several, `bound` being NULL: what may write waits for them */
	cq__deferred turn;       /* tells who is finished */
	cq__error error;         /* of the ticket */
} cq__handle;

static inline cq__request *cq__route_request(cq__list_link *link)
{
	return CQ__LIST_ENTRY(link, cq__request, route.link);
}

/* Puts a request in the queue. sitter: who waits and sends it; NULL: it is sent as soon as it can. */
void cq__route_enter(cq__handle *handle, cq__request *request, cq__waiter *sitter);

/* Sends what can be sent. */
void cq__route_advance(cq__handle *handle);

/* The request, sent by who sat and waited, or by the handle, is done at the driver. */
void cq__route_arrived(cq__handle *handle, cq__request *request);

/* Takes a request that waits out of the queue and finishes it with a failure. */
void cq__route_refuse(cq__handle *handle, cq__request *request, cq_status status, const cq__error *why);

/* What a request's end says of its server. */
void cq__route_judge(cq__handle *handle, cq__member *member, cq_status status);

/* Gives the held member back when no transaction is open there and nothing is under way. */
void cq__route_let_go(cq__handle *handle);

/* Tells those who are finished. How many. */
int cq__route_tell_finished(cq__handle *handle);

#endif

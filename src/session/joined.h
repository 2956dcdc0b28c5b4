/* session/joined.h: relations that come with the statement itself, by a LEFT JOIN for each.
 * It knows nothing of running it. query.c and selectin.c write their statements with it, and wire up their rows.
 */
#ifndef CQ__SESSION_JOINED_H
#define CQ__SESSION_JOINED_H

#include "session/load.h"
#include "session/read.h"

/* A statement that joins can be written into. */
typedef struct cq__joinable {
	cq_statement *statement;
	const cq__model *model;            /* whose objects it selects; NULL: those of none */
	const cq__relation *association;   /* the MANY_TO_MANY that it reads, with columns that lead back behind the object; else NULL */
	cq__load *loads;                   /* of those objects */
	cq__arena *memory;                 /* outlives the rows */
} cq__joinable;

/* What a statement's rows are: pointers to the result's object and to those of its joins. */
typedef struct cq__joined {
	uint32_t width;       /* pointers of a row; 0: nothing is joined */
	cq__model **models;   /* of each */
	const cq__load *loads;
	bool repeats;         /* a collection is among them: an object of the result has several rows */
} cq__joined;

/* Writes the loads that are JOINED into the statement, and says so in them (alias, place). target: then the rows'. Where there is no way
 * to join (several queries combined, FOR_UPDATE, RAW_SQL, what a write returns, LIMIT over a collection together with what cannot be
 * repeated around it) they stay as they are, and are loaded by statements of their own. */
CQ_CHECKED cq_status cq__joined_write(cq_session *session, const cq__joinable *into, cq_target *target, cq__joined *joined);

/* Sets the members. arrivals: *rows times width, resolved. once: each object of the result stays once, in its first place: the
 * arrivals are moved together, and *rows is how many are left. anew: also of members that are loaded. */
CQ_CHECKED cq_status cq__joined_wire(cq_session *session, const cq__joined *joined, bool anew, bool once, cq__arrival *arrivals,
	size_t *rows);

#endif

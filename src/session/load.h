/* session/load.h: what is to be loaded along the relations of objects, and loading it.
 * It knows nothing of how a statement asks for it: OPTIONS, a model's defaults and cq_load all become the same tree.
 * query.c and get.c load with it what comes with a result; cascades load with it what is to be deleted too.
 */
#ifndef CQ__SESSION_LOAD_H
#define CQ__SESSION_LOAD_H

#include "session/session.h"

#include <cquel/query.h>

/* One relation that is to be loaded, and what is to be loaded behind it. */
typedef struct cq__load {
	struct cq__load *next;       /* another one of the same objects */
	struct cq__load *inner;      /* of the objects that this one leads to */
	const cq__relation *relation;
	/* A program of clauses only (WHERE, ORDER_BY, joins, and for a single object LIMIT and OFFSET) over the relation's target, or NULL. What
	 * they leave out is not in the collection: a flush does not take it for removed. ORDER_BY takes the place of the model's. Not of JOINED. */
	const cq_statement *clauses;
	const cq_table *alias;       /* of JOINED, while its statement is written: what stands for the target in it */
	uint8_t how;                 /* cq_loading: SELECTIN, JOINED; NOTHING: not even if the model says so */
	bool said;                   /* by the program, not by the model */
	uint32_t place;              /* of JOINED with an alias: which pointer of a row leads to its object */
} cq__load;

/* Everything that a statement says about what it gives, besides the statement itself. */
typedef struct cq__options {
	cq__load *loads;             /* of the objects of the result */
	cq__arena *memory;           /* of the tree; NULL until something is in it */
	bool populate_existing;      /* rows are written over objects that are there, and relations loaded anew */
	/* Of populate_existing: what was written over, and is not to be once more by a later statement of the same call, which would take from
	 * it what was loaded meanwhile. */
	cq__entry **filled;
	uint32_t filled_count, filled_capacity;
	bool with_deleted;           /* rows that are deleted softly are seen */
} cq__options;

void cq__options_release(cq__options *options);

/* Takes OPTIONS, WITH_DELETED and POPULATE_EXISTING out of a statement and puts what they say into the options. Paths begin at
 * `model`, or (NULL) at a model of one of the objects of the row list that is the target. CQ_RULE for a path that does not. */
CQ_CHECKED cq_status cq__options_take(cq_session *session, cq_statement *statement, const cq__model *model, const cq_target *target,
	cq__options *options);

/* Notes entries that are not to be written over (again) in this call; nothing happens without populate_existing. */
CQ_CHECKED cq_status cq__options_note(cq_session *session, cq__options *options, cq__entry *const *entries, size_t count);

/* cq__read_resolve, but that what is noted is not written over; what was is noted then. */
struct cq__arrival;
CQ_CHECKED cq_status cq__options_resolve(cq_session *session, cq__options *options, cq_arena *arena, struct cq__arrival *arrivals,
	size_t count, unsigned flags);

/* Adds a relation behind the others of a list of loads: all but `relation` is zero. NULL: no memory, recorded. */
cq__load *cq__options_add(cq_session *session, cq__options *options, cq__load **loads, const cq__relation *relation);

/* The one of that relation, or NULL. */
cq__load *cq__options_find(cq__load *loads, const cq__relation *relation);

/* Adds what the model's list says is loaded by itself, and the same of what the loads lead to. A relation that is there already (also as
 * UNLOADED) stays as it is; a model that stands on the path already is not entered again, so self references end at the first. */
CQ_CHECKED cq_status cq__options_add_defaults(cq_session *session, cq__options *options, const cq__model *model);

/* Loads the relations of a tree, and what they lead to, for objects that are in the session: level by level, one statement for each relation and
 * session->options.batch keys. Objects that the database has no row for yet (PENDING) are left out: what they relate to is loaded by definition.
 *
 * anew: also for objects for which it is loaded already; else only what they lead to is looked at.
 * The first failure ends it, recorded in session->working; what was wired up before stays. */
CQ_CHECKED cq_status cq__load_all(cq_session *session, const cq__load *loads, cq__entry *const *entries, size_t count,
	cq__options *options, bool anew);

/* Loads one relation for the objects, anew, without what the target's model says is loaded by itself. entries: of relation->own, without doubles.
 * clauses: as cq__load.clauses, or NULL. This is what cascades call. */
CQ_CHECKED cq_status cq__load_relation(cq_session *session, const cq__relation *relation, cq__entry *const *entries, size_t count,
	const cq_statement *clauses);

#endif

/* session/changes.h: what a statement that writes past the objects means to them: they are expired, or leave.
 * It knows nothing of how it is run. query.c asks before and tells after.
 */
#ifndef CQ__SESSION_CHANGES_H
#define CQ__SESSION_CHANGES_H

#include "session/load.h"

/* How exactly it is known which objects are concerned. */
typedef enum cq__reach {
	CQ__REACH_NONE,    /* none: it only reads, inserts, or writes a table of which the session holds nothing */
	CQ__REACH_KEYS,    /* those whose keys it returns, for which a RETURNING was added */
	CQ__REACH_OBJECTS, /* those that it returns itself: RETURNING_ALL of its own */
	CQ__REACH_TABLE,   /* any of its table */
	CQ__REACH_ALL      /* any of any table: RAW_SQL */
} cq__reach;

typedef struct cq__change {
	uint16_t op;              /* CQ_OP_UPDATE, DELETE_FROM, INSERT_INTO, RAW_SQL; CQ_OP_SELECT: it only reads */
	bool writes;              /* also one that locks rows: a transaction is begun for it */
	cq__reach reach;
	cq__model *model;         /* of the table that is written, when the session holds objects of it */
	const cq_row_type *keys;  /* KEYS: what a row of keys is */
} cq__change;

/* Looks at a statement. gives_rows: the program takes what it returns itself, so nothing is added. */
CQ_CHECKED cq_status cq__change_look(cq_session *session, cq_statement *statement, bool gives_rows, cq__change *change);

/* It was run. keys: the rows of KEYS, else NULL. To be told before what it returned is made objects: these are then up to date again. */
CQ_CHECKED cq_status cq__change_done(cq_session *session, const cq__change *change, const cq_any_rows *keys);

/* The objects that a DELETE has returned, of its table, leave. */
CQ_CHECKED cq_status cq__change_leave(cq_session *session, cq__entry *const *entries, size_t count);

#endif

/* cquel/upsert.h: objects written past the unit of work of a session: arrays inserted, updated and deleted at once, and objects
 * that are inserted or, where their unique key is taken, updated. docs/session.md and docs/crud.md are the guides.
 *
 * What is pending is flushed first (unless the options say no_autoflush), and the session's transaction begins: cq_commit commits.
 */
#pragma GCC system_header
#ifndef CQUEL_UPSERT_H
#define CQUEL_UPSERT_H

#include <cquel/result.h>

typedef struct cq_session cq_session;

CQ_BEGIN_DECLS

/* ---- bulk: what cq_insert, cq_insert_many, cq_update_many and cq_delete_many do for a session ----------------------------- */

/** As cq_run_insert, cq_run_insert_many, cq_run_update_many and cq_run_delete_many. The objects given do not become the session's, no hook is called and no cascade
 *  followed. Objects of the session that stand for the rows are expired by an update (and leave, as DELETED, by a delete). Rows of
 *  SOFT_DELETE models are really deleted. */
CQ_API CQ_CHECKED cq_status cq_session_run_insert(cq_session *session, const cq_table *table, void *object);
CQ_API CQ_CHECKED cq_status cq_session_run_insert_many(cq_session *session, const cq_table *table, void *objects, size_t count);
CQ_API CQ_CHECKED cq_status cq_session_run_update_many(cq_session *session, const cq_table *table, int64_t *changes,
	const void *objects, size_t count, const char *const *columns, size_t column_count);
CQ_API CQ_CHECKED cq_status cq_session_run_delete_many(cq_session *session, const cq_table *table, int64_t *changes,
	const void *objects, size_t count);

/* ---- upsert --------------------------------------------------------------------------------------------------------------- */

/** Inserts objects, or updates the rows that have their unique key already: INSERT ... ON CONFLICT DO UPDATE.
 *
 *  A new row gets what the object holds, as with cq_insert. A row that is there gets what the object gives: not what it leaves to
 *  the database (CQ_NEW's marker, an automatic key that is 0), and never its primary key; a VERSION is counted up. Afterwards each
 *  object is persistent and holds its row: key, defaults, version. Where the session has another object for that row already, that one
 *  is written over instead and stays the row's; the object given then holds the same, and stays transient.
 *
 *  objects    count structs of the program's, which must live as long as the session holds them
 *  columns    column_count names of the unique key: the primary key, a UNIQUE column, the columns of a UNIQUE option. Of two objects with one key in one
 *             call the later one's row stands; PostgreSQL refuses them when there are so many that they share a statement, CQ_DATABASE
 *
 *  CQ_MISUSE for names that are no unique key and for objects that the session has already; CQ_UNIQUE when another key than that is taken. */
CQ_API CQ_CHECKED cq_status cq_session_upsert(cq_session *session, const cq_table *table, void *objects, size_t count,
	const char *const *columns, size_t column_count);

CQ_END_DECLS

/** One object; behind it the columns of its unique key.
 *  Example: Tag tag = CQ_NEW(Tag, .name = "c"); CQ_TRY(cq_upsert(session, Tag, &tag, name)); */
#define cq_upsert(session, S, object, ...) cq_upsert_all(session, S, object, 1, __VA_ARGS__)

/** count of them, in as few statements as their number allows.
 *  Example: CQ_TRY(cq_upsert_all(session, Tag, tags_of, 3, name)); */
#define cq_upsert_all(session, S, objects, count, ...) \
	CQ_PRIV_X({ CQ_PRIV_SESSION_IN("cq_upsert", session) CQ_PRIV_MODEL_IN("cq_upsert", S) \
		CQ_PRIV_POINTER_IN(cq_object, "cq_upsert: " #objects, objects, "a " #S, CQ_PRIV_TO_OBJECT) \
		const char *const cq_names[] = {CQ_PRIV_MEMBER_NAMES(CQ_PRIV_UPSERT_OBJECT, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)}; \
		CQ_PRIV_ELSE_STATUS cq_session_upsert(CQ_PRIV_SESSION_AT, CQ_PRIV_TABLE_IN, (void *)CQ_PRIV_POINTER(cq_object_o), (count), cq_names, sizeof cq_names / sizeof *cq_names); })
#define CQ_PRIV_UPSERT_OBJECT __typeof__(**cq_tt->of)

#endif

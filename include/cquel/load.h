/* cquel/load.h: cq_load and cq_load_all: the relations of objects that a session has, read now: macros over cq_session_load.
 * docs/loading.md is the guide. C only; <cquel/session.h> includes it.
 */
#pragma GCC system_header
#ifndef CQUEL_LOAD_H
#define CQUEL_LOAD_H

#include <cquel/session.h>
#include <cquel/priv/related.h>

#ifndef __cplusplus

/** Reads one relation of an object, also when it is loaded already: then its member is what the database has, and what the session has
 *  not yet written. Flushes first, as a statement does.
 *
 *  Behind the relation clauses may stand, over what it leads to: WHERE (what it leaves out is not in the collection, and a flush does
 *  not take it for removed), ORDER_BY in place of the model's, OPTIONS whose paths begin at what is loaded; for one object LIMIT and OFFSET, too.
 *
 *  object  a S * whose model has the relation; CQ_MISUSE for one that is not the session's, and for a write-only collection.
 *          CQ_NO_ROW when it was expired and its row is gone.
 *  Example: CQ_TRY(cq_load(session, user, users.posts, WHERE(posts.is_public), ORDER_BY(DESC(posts.id)), LIMIT(10))); */
#define cq_load(session, object, ...) \
	CQ_PRIV_LOAD_NOW("cq_load", session, object, void *const cq_pointers[1] = {(void *)CQ_PRIV_POINTER(cq_object_o)};, ONE_OF, cq_pointers, 1, __VA_ARGS__)

/** The same for count objects in one statement, or one for each session->options.batch of them. objects: a S *const *, as the items of a
 *  cq_objects(S) and of a collection are.
 *  Example: CQ_TRY(cq_load_all(session, found.items, found.count, users.posts)); */
#define cq_load_all(session, objects, count, ...) \
	CQ_PRIV_LOAD_NOW("cq_load_all", session, objects, const size_t cq_count_of = (count);, SOME_OF, \
		(void *const *)(const void *)CQ_PRIV_POINTER(cq_object_o), cq_count_of, __VA_ARGS__)

#define CQ_PRIV_LOAD_NOW(txt, session, object, take, types, pointers, count, ...) \
	CQ_PRIV_CAT(CQ_PRIV_LOAD_NOW_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(txt, session, object, take, types, pointers, count, __VA_ARGS__)
#define CQ_PRIV_ONE_OF CQ_PRIV_OWN_POINTER(cq_rel)
#define CQ_PRIV_SOME_OF CQ_PRIV_OWN_POINTER(cq_rel) *: 1, CQ_PRIV_OWN_POINTER(cq_rel) const *
#define CQ_PRIV_LOAD_RULES(txt, session, object, take, types, r) \
	CQ_PRIV_SESSION_IN(txt, session) CQ_PRIV_TAKE_RELATION(cq_rel, r, txt) __auto_type cq_object_o = ((void)0, object); take \
	CQ_PRIV_RULE(!CQ_PRIV_IS_KNOWN(cq_rel) || _Generic(cq_object_o, CQ_PRIV_##types: 1, cq_ph_error: 1, default: 0), txt ": the relation is not one of the object's model")
#define CQ_PRIV_LOAD_NOW_0(txt, session, object, take, types, pointers, count, r) \
	CQ_PRIV_X({ CQ_PRIV_LOAD_RULES(txt, session, object, take, types, r) \
		CQ_PRIV_ELSE_STATUS cq_session_load(CQ_PRIV_SESSION_AT, CQ_PRIV_TAKEN_RELATION(cq_rel), pointers, count, (cq_statement *)0); })
#define CQ_PRIV_LOAD_NOW_1(txt, session, object, take, types, pointers, count, r, ...) \
	CQ_PRIV_LOAD_NOW_N(CQ_PRIV_COUNT(__VA_ARGS__), txt, session, object, take, types, pointers, count, r, __VA_ARGS__)
#define CQ_PRIV_LOAD_NOW_N(n, txt, session, object, take, types, pointers, count, r, ...) CQ_PRIV_LOAD_NOW_M(n, txt, session, object, take, types, pointers, count, r, __VA_ARGS__)
#define CQ_PRIV_LOAD_NOW_M(n, txt, session, object, take, types, pointers, count, r, ...) \
	CQ_PRIV_X({ CQ_PRIV_LOAD_RULES(txt, session, object, take, types, r) cq_session *const cq_of = CQ_PRIV_SESSION_AT; const cq_relation *const cq_along = CQ_PRIV_TAKEN_RELATION(cq_rel); \
		void *const *const cq_these = pointers; const size_t cq_many = count; \
		cq_statement cq_store, *const cq_s = &cq_store; cq_statement_init(cq_s, (cq_site *)0); CQ_PRIV_HEADLESS \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_NEXT_CLAUSE, , __VA_ARGS__) \
		cq_push(cq_s, CQ_OP_STATEMENT, n); enum { cq_kinds = 0 CQ_PRIV_OVER(n, CQ_PRIV_OR_K) }; \
		CQ_PRIV_RULE((cq_kinds & CQ_PRIV_K_ERROR) || !(cq_kinds & CQ_PRIV_NOT_LOADED), txt ": " CQ_SAY_CLAUSE_MISPLACED) \
		CQ_PRIV_ELSE_STATUS cq_session_load(cq_of, cq_along, cq_these, cq_many, cq_s) CQ_PRIV_OVER(n, CQ_PRIV_CLOSE); })
/* All but WHERE, joins, ORDER_BY, LIMIT, OFFSET, OPTIONS. */
#define CQ_PRIV_NOT_LOADED \
	(CQ_PRIV_K_WITH | CQ_PRIV_K_SELECT | CQ_PRIV_K_DISTINCT | CQ_PRIV_K_INSERT | CQ_PRIV_K_UPDATE | CQ_PRIV_K_DELETE | CQ_PRIV_K_FROM | CQ_PRIV_K_USING | CQ_PRIV_K_ALL | \
		CQ_PRIV_K_GROUP | CQ_PRIV_K_HAVING | CQ_PRIV_K_UNION | CQ_PRIV_K_LOCK | CQ_PRIV_K_CONFLICT | CQ_PRIV_K_RETURNING)

#endif

#endif

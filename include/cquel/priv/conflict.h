/* cquel/priv/conflict.h: ON_CONFLICT_DO_NOTHING and ON_CONFLICT_DO_UPDATE, behind INSERT_INTO. They declare the table under the
 * name that INSERT_INTO does, so KEY names its columns and SET is the same. Which constraint covers a KEY, the second enforcer knows.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_CONFLICT_H
#define CQUEL_PRIV_CONFLICT_H

#include <cquel/priv/clause.h>

#define CQ_PRIV_IS_KEY 0x100000000000000 /* KEY(...) */

/* KEY(column, …) */
#define CQ_PRIV_KEY_COLUMN(txt, i, column) __auto_type cq_i##i = ((void)0, cq_into->column); cq_push_column(cq_s, (const cq_column *)(const void *)cq_i##i);
#define CQ_PRIV_KEY_OF(txt, ...) CQ_PRIV_KEY_OF_(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_KEY_OF_(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_KEY_COLUMN, txt, __VA_ARGS__) cq_push(cq_s, CQ_OP_CONFLICT_KEY, n); \
		CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_IS_KEY | (CQ_PRIV_ANY_A(n) & CQ_PRIV_ERROR), 0, 0, 0))0; })

/* EXCLUDED(column): the column of the row that was to be inserted: a value, of no table of the statement. */
enum { cq_is_conflict = 0 };
#define CQ_PRIV_EXCLUDED(txt, x) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_RULE(cq_is_conflict, txt ": " CQ_SAY_EXCLUDED_MISPLACED) __auto_type cq_k = ((void)0, x); \
		cq_push_ref(cq_s, CQ_OP_EXCLUDED, 0, cq_k); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(CQ_PRIV_A(cq_k) & (CQ_PRIV_FAMILIES | CQ_PRIV_EXACT | CQ_PRIV_NULLABLE | CQ_PRIV_ERROR), 0, 0, 0))0; })

/* A KEY first, then SETs: what is missing or stands elsewhere is said with the part. */
#define CQ_PRIV_CONFLICT_PART(txt, i, x) \
	__auto_type cq_i##i##_o = ((void)0, x); \
	__typeof__(_Generic(cq_i##i##_o, CQ_PRIV_ANY: cq_i##i##_o, int: (cq_ph_error)0, default: (cq_ph_wrong)0)) cq_i##i = 0; \
	(void)cq_i##i; (void)cq_i##i##_o; \
	(void)_Generic(cq_i##i##_o, int: cq_put_int_where_an_assignment_stands, \
		default: __builtin_choose_expr(__builtin_classify_type(cq_i##i##_o) == 5, cq_put_clause, cq_put_wrong))(cq_s, cq_i##i##_o); \
	CQ_PRIV_RULE(CQ_PRIV_A(cq_i##i) & ((i == 1 ? CQ_PRIV_IS_KEY : CQ_PRIV_IS_SET) | CQ_PRIV_ERROR), txt ": " CQ_SAY_NOT_A_KEY)
#define CQ_PRIV_CONFLICT_CLAUSE(n) \
	CQ_PRIV_ELSE_NONE (CQ_PRIV_CLAUSE(CQ_PRIV_K_CONFLICT | ((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_A)) & (CQ_PRIV_WRONG | CQ_PRIV_ERROR) ? CQ_PRIV_K_ERROR : 0), 0, 0, 0, 0, 0, 0, cq_ph_empty) *)0
#define CQ_PRIV_CONFLICT_LIST(t) CQ_PRIV_IS_LIST(t##_COLUMNS(CQ_PRIV_NOTHING))

#define CQ_PRIV_CONFLICT_NOTHING(txt, ...) CQ_PRIV_CAT(CQ_PRIV_CONFLICT_NOTHING_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(txt, __VA_ARGS__)
#define CQ_PRIV_CONFLICT_NOTHING_0(txt, t) CQ_PRIV_CAT(CQ_PRIV_CONFLICT_NONE_, CQ_PRIV_CONFLICT_LIST(t))(txt, t, 0, )
#define CQ_PRIV_CONFLICT_NOTHING_1(txt, t, ...) CQ_PRIV_CAT(CQ_PRIV_CONFLICT_NONE_, CQ_PRIV_CONFLICT_LIST(t))(txt, t, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_CONFLICT_NONE_0(txt, t, n, ...) CQ_PRIV_NO_TARGET(txt, t)
#define CQ_PRIV_CONFLICT_NONE_1(txt, t, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) const __typeof__(t) *const cq_into = &(t); __auto_type cq_t = cq_into->cq_table; (void)cq_into; \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_CONFLICT_PART, txt, __VA_ARGS__) CQ_PRIV_RULE(n < 2, txt ": " CQ_SAY_NOT_A_KEY) \
		cq_push_ref(cq_s, CQ_OP_ON_CONFLICT_NOTHING, n, cq_t); CQ_PRIV_CONFLICT_CLAUSE(n); })

#define CQ_PRIV_CONFLICT_UPDATE(txt, ...) CQ_PRIV_CAT(CQ_PRIV_CONFLICT_UPDATE_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(txt, __VA_ARGS__)
#define CQ_PRIV_CONFLICT_UPDATE_0(txt, t) CQ_PRIV_X({ CQ_PRIV_RULE(0, txt ": " CQ_SAY_NOT_A_KEY) (cq_ph_none *)0; })
#define CQ_PRIV_CONFLICT_UPDATE_1(txt, t, ...) CQ_PRIV_CAT(CQ_PRIV_CONFLICT_SET_, CQ_PRIV_CONFLICT_LIST(t))(txt, t, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_CONFLICT_SET_0(txt, t, n, ...) CQ_PRIV_NO_TARGET(txt, t)
#define CQ_PRIV_CONFLICT_SET_1(txt, t, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) enum { cq_is_conflict = 1 }; const __typeof__(t) *const cq_into = &(t); __auto_type cq_t = cq_into->cq_table; (void)cq_into; \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_CONFLICT_PART, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(n > 1 || !(CQ_PRIV_A(cq_i1) & CQ_PRIV_IS_KEY), txt ": " CQ_SAY_EMPTY_SET) \
		CQ_PRIV_RULE(!(0 CQ_PRIV_PAIRS(n)(CQ_PRIV_SET_TWICE)) || !CQ_PRIV_IS_SMALL, txt ": " CQ_SAY_COLUMN_SET_TWICE) \
		typedef __attribute__((unused)) char (*cq_given)[(CQ_PRIV_IS_SMALL ? 0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B) : 0) + 1]; \
		enum { cq_keys = 0 t##_COLUMNS(CQ_PRIV_ONE_KEY) }; t##_COLUMNS(CQ_PRIV_KEPT) \
		CQ_PRIV_ONLY_USES((0 CQ_PRIV_OVER(n, CQ_PRIV_ASSIGNED_TABLES)), CQ_PRIV_C(cq_t), txt) \
		cq_push_ref(cq_s, CQ_OP_ON_CONFLICT_UPDATE, n, cq_t); CQ_PRIV_CONFLICT_CLAUSE(n); })

#endif

/* cquel/priv/combine.h: WITH, a query under a name; UNION, UNION_ALL, INTERSECT and EXCEPT, a query behind another; FOR_UPDATE and
 * FOR_SHARE, which need the rows of the tables themselves; DISTINCT_ON.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_COMBINE_H
#define CQUEL_PRIV_COMBINE_H

#include <cquel/priv/related.h>

/* ---- WITH(t, clauses…). Of what stands behind it nothing is seen inside; it provides nothing: FROM(t) does. */
#define CQ_PRIV_WITH(op, txt, ...) CQ_PRIV_WITH_(op, txt, CQ_PRIV_COUNT_REST(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_WITH_(op, txt, n, t, ...) \
	CQ_PRIV_X({ CQ_PRIV_SHAPE_OF(txt, t) CQ_PRIV_AROUND CQ_PRIV_ELSE_NONE \
		CQ_PRIV_NESTED(txt, n, CQ_PRIV_SHAPE_RULES(n, txt) CQ_PRIV_RECURSIVE_LACKS(op, txt) CQ_PRIV_USES_ONLY(n, 0, txt) CQ_PRIV_SHAPE_TABLE cq_push_ref(cq_s, op, 1, cq_t); CQ_PRIV_ELSE_NONE \
			(CQ_PRIV_CLAUSE(CQ_PRIV_K_WITH | CQ_PRIV_TABLE_ERROR, CQ_PRIV_OUTWARD(n), 0, 0, 0, 0, 0, cq_ph_empty) *)0, __VA_ARGS__); })

/* ---- UNION(clauses…) and its kin: as many items of the same types as the query's that they stand in, as far as both are known */
extern cq_ph_none *cq_first;
#define CQ_PRIV_SAME_ITEM(i) && (CQ_PRIV_A(cq_h->cq_i.cq_i##i) & CQ_PRIV_ERROR || CQ_PRIV_A(cq_first->cq_i.cq_i##i) & CQ_PRIV_ERROR || \
	(CQ_PRIV_FITS(cq_h->cq_i.cq_i##i, cq_first->cq_i.cq_i##i) && (!CQ_PRIV_EXACT_OF(cq_h->cq_i.cq_i##i) || !CQ_PRIV_EXACT_OF(cq_first->cq_i.cq_i##i) || \
		CQ_PRIV_EXACT_OF(cq_h->cq_i.cq_i##i) == CQ_PRIV_EXACT_OF(cq_first->cq_i.cq_i##i))))
#define CQ_PRIV_UNION(op, txt, ...) CQ_PRIV_UNION_(op, txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_UNION_(op, txt, number, ...) \
	CQ_PRIV_X({ CQ_PRIV_HEAD __typeof__(cq_h) cq_first = 0; (void)cq_first; CQ_PRIV_AROUND CQ_PRIV_ELSE_NONE \
		CQ_PRIV_NESTED(txt, number, \
			CQ_PRIV_STATEMENT_RULE(!(cq_kinds & (CQ_PRIV_K_ORDER | CQ_PRIV_K_LIMIT | CQ_PRIV_K_OFFSET | CQ_PRIV_K_LOCK)), txt ": " CQ_SAY_CLAUSE_MISPLACED) \
			CQ_PRIV_STATEMENT_RULE(!(CQ_PRIV_KIND(cq_first) & CQ_PRIV_K_SELECT) || !(CQ_PRIV_KIND(cq_h) & CQ_PRIV_K_SELECT) || \
				(CQ_PRIV_WORD(cq_first, n) == CQ_PRIV_WORD(cq_h, n) CQ_PRIV_TIMES_8(CQ_PRIV_SAME_ITEM)), txt ": " CQ_SAY_UNION_SHAPE) \
			CQ_PRIV_USES_ONLY(number, 0, txt) cq_push(cq_s, op, 1); CQ_PRIV_ELSE_NONE \
			(CQ_PRIV_CLAUSE(CQ_PRIV_K_UNION, CQ_PRIV_OUTWARD(number), CQ_PRIV_P_UNITED, 0, 0, 0, 0, cq_ph_empty) *)0, __VA_ARGS__); })

/* ---- DISTINCT_ON(x, …): FROM stands behind it, so SQL(...) looks at its tables: they are those of an item. Behind a WITH the
 * second enforcer does. */
#define CQ_PRIV_DISTINCT_ITEMS(uses) \
	struct { __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_ERROR_A, 0, uses, 0)) cq_i1; cq_ph_error cq_i2 CQ_PRIV_COMMA cq_i3 CQ_PRIV_COMMA cq_i4 CQ_PRIV_COMMA cq_i5 CQ_PRIV_COMMA cq_i6 CQ_PRIV_COMMA cq_i7 CQ_PRIV_COMMA cq_i8; void *cq_row; }
#define CQ_PRIV_DISTINCT_ON(txt, ...) CQ_PRIV_DISTINCT_ON_(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_DISTINCT_ON_(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_ONLY_POSTGRESQL(txt) CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) CQ_PRIV_SUM_N(n) \
		CQ_PRIV_RULE(!(cq_any & (CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_FAMILY_ORDERING)) || (cq_any & (CQ_PRIV_ERROR | CQ_PRIV_WRONG)), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		CQ_PRIV_RULE(!(cq_any & CQ_PRIV_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_IN_WHERE) cq_push(cq_s, CQ_OP_DISTINCT_ON, n); CQ_PRIV_ELSE_NONE \
		(CQ_PRIV_CLAUSE(CQ_PRIV_K_DISTINCT, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), CQ_PRIV_P_MERGED, 0, 0, 0, 0, CQ_PRIV_DISTINCT_ITEMS((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)))) *)0; })

/* ---- FOR_UPDATE(), FOR_SHARE(OF(t, …), SKIP_LOCKED | NOWAIT): the options are no macros, a prefix is pasted to them */
#define CQ_PRIV_LOCK(flag, txt, ...) CQ_PRIV_CAT(CQ_PRIV_LOCK_IF_, CQ_PRIV_IS_LIST(CQ_PRIV_LOCK_EACH(CQ_PRIV_UNKNOWN_LOCK, , __VA_ARGS__)))(flag, txt, __VA_ARGS__)
#define CQ_PRIV_UNKNOWN_LOCK(p, i, x) CQ_UNKNOWN_LOCK_##x
#define CQ_UNKNOWN_LOCK_
#define CQ_UNKNOWN_LOCK_SKIP_LOCKED
#define CQ_UNKNOWN_LOCK_NOWAIT
#define CQ_UNKNOWN_LOCK_OF(...)
#define CQ_PRIV_LOCK_IF_0(flag, txt, ...) CQ_PRIV_X({ CQ_PRIV_RULE(0, txt ": takes OF(table, ...), SKIP_LOCKED and NOWAIT") (cq_ph_none *)0; })
#define CQ_PRIV_LOCK_IF_1(flag, txt, ...) \
	CQ_PRIV_X({ CQ_PRIV_SQLITE_LACKS(txt) CQ_PRIV_INSIDE(txt) CQ_PRIV_HEAD CQ_PRIV_RULE(!CQ_PRIV_IS_MERGED && !(CQ_PRIV_KIND(cq_h) & CQ_PRIV_K_AGGREGATE), txt ": " CQ_SAY_LOCK_MISPLACED) \
		CQ_PRIV_LOCK_EACH(CQ_PRIV_LOCK_WRITE, txt, __VA_ARGS__) \
		cq_push_node(cq_s, CQ_OP_FOR_UPDATE, CQ_TYPE_NONE, flag CQ_PRIV_LOCK_EACH(CQ_PRIV_LOCK_FLAG, , __VA_ARGS__), 0 CQ_PRIV_LOCK_EACH(CQ_PRIV_LOCK_COUNT, , __VA_ARGS__), (void *)0); \
		CQ_PRIV_SIMPLE(CQ_PRIV_K_LOCK, 0); })
#define CQ_PRIV_LOCK_EACH(m, p, ...) CQ_PRIV_CAT(CQ_PRIV_EACH_, CQ_PRIV_COUNT(__VA_ARGS__))(m, p, __VA_ARGS__)
#define CQ_PRIV_LOCK_WRITE(txt, i, x) CQ_PRIV_LOCK_WRITE_##x
#define CQ_PRIV_LOCK_WRITE_
#define CQ_PRIV_LOCK_WRITE_SKIP_LOCKED
#define CQ_PRIV_LOCK_WRITE_NOWAIT
#define CQ_PRIV_LOCK_WRITE_OF(...) CQ_PRIV_MARIADB_LACKS("OF(" #__VA_ARGS__ ")") CQ_PRIV_CAT(CQ_PRIV_LOCK_TABLES_, CQ_PRIV_COUNT(__VA_ARGS__))(__VA_ARGS__)
#define CQ_PRIV_LOCK_FLAG(p, i, x) CQ_PRIV_LOCK_FLAG_##x
#define CQ_PRIV_LOCK_FLAG_
#define CQ_PRIV_LOCK_FLAG_SKIP_LOCKED | CQ_LOCK_SKIP_LOCKED
#define CQ_PRIV_LOCK_FLAG_NOWAIT | CQ_LOCK_NOWAIT
#define CQ_PRIV_LOCK_FLAG_OF(...)
#define CQ_PRIV_LOCK_COUNT(p, i, x) CQ_PRIV_LOCK_COUNT_##x
#define CQ_PRIV_LOCK_COUNT_
#define CQ_PRIV_LOCK_COUNT_SKIP_LOCKED
#define CQ_PRIV_LOCK_COUNT_NOWAIT
#define CQ_PRIV_LOCK_COUNT_OF(...) + CQ_PRIV_COUNT(__VA_ARGS__)
/* Spelt out: the options need CQ_PRIV_EACH_ for themselves. */
#define CQ_PRIV_LOCK_TABLE(t) \
	CQ_PRIV_X({ __auto_type cq_t = t.cq_table; CQ_PRIV_RULE(CQ_PRIV_TABLE_ERROR || !CQ_PRIV_HAS_TABLES || !(CQ_PRIV_C(cq_t) & ~CQ_PRIV_SCOPE), "OF(" #t "): " CQ_SAY_TABLE_NOT_IN_FROM) \
		cq_push_ref(cq_s, CQ_OP_TABLE, 0, cq_t); });
#define CQ_PRIV_LOCK_TABLES_1(a) CQ_PRIV_LOCK_TABLE(a)
#define CQ_PRIV_LOCK_TABLES_2(a, ...) CQ_PRIV_LOCK_TABLE(a) CQ_PRIV_LOCK_TABLES_1(__VA_ARGS__)
#define CQ_PRIV_LOCK_TABLES_3(a, ...) CQ_PRIV_LOCK_TABLE(a) CQ_PRIV_LOCK_TABLES_2(__VA_ARGS__)
#define CQ_PRIV_LOCK_TABLES_4(a, ...) CQ_PRIV_LOCK_TABLE(a) CQ_PRIV_LOCK_TABLES_3(__VA_ARGS__)
#define CQ_PRIV_LOCK_TABLES_5(a, ...) CQ_PRIV_LOCK_TABLE(a) CQ_PRIV_LOCK_TABLES_4(__VA_ARGS__)
#define CQ_PRIV_LOCK_TABLES_6(a, ...) CQ_PRIV_LOCK_TABLE(a) CQ_PRIV_LOCK_TABLES_5(__VA_ARGS__)
#define CQ_PRIV_LOCK_TABLES_7(a, ...) CQ_PRIV_LOCK_TABLE(a) CQ_PRIV_LOCK_TABLES_6(__VA_ARGS__)
#define CQ_PRIV_LOCK_TABLES_8(a, ...) CQ_PRIV_LOCK_TABLE(a) CQ_PRIV_LOCK_TABLES_7(__VA_ARGS__)

#endif

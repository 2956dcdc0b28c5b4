/* cquel/priv/join.h: FROM, USING and the joins, and what may stand in them in a table's place: QUERY, LATERAL, VALUES_AS.
 *
 * A source is written in parentheses, so that the preprocessor tells it from a name and a plain table costs nothing. It yields a
 * struct whose cq_table says, as a table's does: A its number and that a node was written for it, B the outer tables it uses.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_JOIN_H
#define CQUEL_PRIV_JOIN_H

#include <cquel/priv/statement.h>

#define CQ_PRIV_IS_SOURCE(x) CQ_PRIV_SECOND(CQ_PRIV_STARTS_WITH_PAREN x, 0, )
#define CQ_PRIV_WRITTEN_SOURCE 0x10000000000
typedef struct { cq_ph_error cq_table; } cq_ph_no_source;
extern const cq_ph_no_source cq_no_source;
extern cq_ph_error cq_y;
/* The table of a name, and of a source; how many nodes it has written, its number, the tables around it that it uses. */
#define CQ_PRIV_TAKE_0(x) __auto_type cq_t = x.cq_table;
#define CQ_PRIV_TAKE_1(x) __auto_type cq_y = x; __auto_type cq_t = _Generic(cq_y, cq_ph_error: cq_no_source, default: cq_y).cq_table;
#define CQ_PRIV_IS_WRITTEN (CQ_PRIV_A(cq_t) >> 40)
#define CQ_PRIV_SOURCE_ID (CQ_PRIV_TABLE_ID & ~(cq_u)CQ_PRIV_WRITTEN_SOURCE)
#define CQ_PRIV_SOURCE_USES (CQ_PRIV_IS_WRITTEN ? CQ_PRIV_B(cq_t) : 0)

#define CQ_PRIV_FROM(op, kind, txt, x) CQ_PRIV_CAT(CQ_PRIV_FROM_, CQ_PRIV_IS_SOURCE(x))(op, kind, txt, x)
#define CQ_PRIV_FROM_0(op, kind, txt, x) CQ_PRIV_FROM_OF(op, kind, txt, CQ_PRIV_TAKE_0(x), 0, 0, CQ_PRIV_TABLE_ID)
#define CQ_PRIV_FROM_1(op, kind, txt, x) CQ_PRIV_FROM_OF(op, kind, txt, CQ_PRIV_TAKE_1(x), CQ_PRIV_IS_WRITTEN, CQ_PRIV_SOURCE_USES, CQ_PRIV_SOURCE_ID)
#define CQ_PRIV_FROM_OF(op, kind, txt, take, nodes, uses, id) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) take cq_push_ref(cq_s, op, nodes, cq_t); \
		CQ_PRIV_ELSE_NONE (CQ_PRIV_CLAUSE(kind | CQ_PRIV_TABLE_ERROR, uses, CQ_PRIV_PROVIDES, id, 0, 0, 0, cq_ph_empty) *)0; })

/* missing: the tables that a row may have no part of: none, the joined one, those before it, both. */
#define CQ_PRIV_MISSING_BEFORE (CQ_PRIV_HAS_TABLES == (cq_u)CQ_PRIV_EVERY << 8 ? 0 : CQ_PRIV_SCOPE)
#define CQ_PRIV_JOIN(op, missing, txt, ...) CQ_PRIV_CAT(CQ_PRIV_JOIN_ON_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(op, missing, txt, __VA_ARGS__)
#define CQ_PRIV_JOIN_ON_0(op, missing, txt, table) CQ_PRIV_X({ CQ_PRIV_RULE(0, txt ": " CQ_SAY_JOIN_WITHOUT_ON) (cq_ph_none *)0; })
#define CQ_PRIV_JOIN_ON_1(op, missing, txt, x, ...) CQ_PRIV_CAT(CQ_PRIV_JOIN_, CQ_PRIV_IS_SOURCE(x))(op, missing, txt, CQ_PRIV_COUNT(__VA_ARGS__), x, __VA_ARGS__)
#define CQ_PRIV_JOIN_0(op, missing, txt, n, x, ...) CQ_PRIV_JOIN_N(op, missing, txt, n, CQ_PRIV_TAKE_0(x), 0, 0, CQ_PRIV_TABLE_ID, __VA_ARGS__)
#define CQ_PRIV_JOIN_1(op, missing, txt, n, x, ...) \
	CQ_PRIV_JOIN_N(op, missing, txt, n, CQ_PRIV_TAKE_1(x), CQ_PRIV_IS_WRITTEN, CQ_PRIV_SOURCE_USES, CQ_PRIV_SOURCE_ID, __VA_ARGS__)
#define CQ_PRIV_JOIN_N(op, missing, txt, n, take, nodes, uses, id, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) take CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) \
		CQ_PRIV_CONDITIONS(n, txt) CQ_PRIV_IN_SCOPE((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), CQ_PRIV_PROVIDES, txt) \
		cq_push_ref(cq_s, op, (uint32_t)(n + nodes), cq_t); CQ_PRIV_ELSE_NONE \
		(CQ_PRIV_CLAUSE(CQ_PRIV_K_JOIN | CQ_PRIV_K_OUTER | CQ_PRIV_TABLE_ERROR, (uses CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), CQ_PRIV_PROVIDES, id, 0, 0, missing, cq_ph_empty) *)0; })
#define CQ_PRIV_CROSS_JOIN(txt, x) CQ_PRIV_FROM(CQ_OP_CROSS_JOIN, CQ_PRIV_K_JOIN, txt, x)
#define CQ_PRIV_FULL_JOIN(txt, ...) \
	CQ_PRIV_X({ CQ_PRIV_MARIADB_LACKS(txt) CQ_PRIV_ELSE_NONE CQ_PRIV_JOIN(CQ_OP_FULL_JOIN, CQ_PRIV_MISSING_BEFORE | CQ_PRIV_PROVIDES, txt, __VA_ARGS__); })

/* ---- a derived table's row list against what its query selects: the row itself, or items by position */
extern cq_no_shape *cq_shape;
extern const struct { cq_ph_error cq_table; cq_no_shape *cq_shape; } *cq_d;
#define CQ_PRIV_SHAPE_OF(txt, t) __auto_type cq_d = &t; __auto_type cq_shape = cq_d->cq_shape; (void)cq_shape; \
	enum { cq_plain = _Generic(cq_shape, cq_plain_shape *: 1, default: 0) }; CQ_PRIV_RULE(!cq_plain, txt ": takes a table that CQ_DERIVED makes, and " #t " is one of the database")
/* Only behind the query: a table that is unknown in it must find no other of this name. */
#define CQ_PRIV_SHAPE_TABLE __auto_type cq_t = cq_d->cq_table;
#define CQ_PRIV_SHAPE_FITS(i) && (CQ_PRIV_A(cq_h->cq_i.cq_i##i) & CQ_PRIV_ERROR || \
	(CQ_PRIV_A(cq_h->cq_i.cq_i##i) & CQ_PRIV_WORD(cq_shape, i) & CQ_PRIV_FAMILIES && !(CQ_PRIV_A(cq_h->cq_i.cq_i##i) & CQ_PRIV_EXACT & ~CQ_PRIV_WORD(cq_shape, i))))
#define CQ_PRIV_SHAPE_NULL(i) && (CQ_PRIV_WORD(cq_shape, i) & CQ_PRIV_NULLABLE || CQ_PRIV_A(cq_h->cq_i.cq_i##i) & CQ_PRIV_ERROR || \
	!(CQ_PRIV_A(cq_h->cq_i.cq_i##i) & CQ_PRIV_NULLABLE || CQ_PRIV_D(cq_h->cq_i.cq_i##i) & (sizeof *(cq_outer)0 - 1)))
#define CQ_PRIV_SHAPE_RULES(number, txt) \
	typedef __attribute__((unused)) char (*cq_outer)[CQ_PRIV_OUTER_OF(number, (0 CQ_PRIV_OVER(number, CQ_PRIV_OR_P)) << 8) + 1]; \
	enum { cq_same = _Generic(cq_shape, cq_no_shape *: 1, cq_plain_shape *: 1, default: 0) || _Generic(cq_h->cq_i.cq_row, __typeof__(cq_shape->cq_row): 1, default: 0) || !(CQ_PRIV_KIND(cq_h) & CQ_PRIV_K_SELECT) }; \
	enum { cq_fits = cq_same || (CQ_PRIV_WORD(cq_h, n) == CQ_PRIV_WORD(cq_shape, n) CQ_PRIV_TIMES_8(CQ_PRIV_SHAPE_FITS)) }; \
	CQ_PRIV_STATEMENT_RULE(cq_fits, txt ": " CQ_SAY_DERIVED_SHAPE) \
	CQ_PRIV_STATEMENT_RULE(cq_same || !cq_fits || (1 CQ_PRIV_TIMES_8(CQ_PRIV_SHAPE_NULL)), txt ": " CQ_SAY_FIELD_NULL)

/* The tables that stand around the query: in a query that is nested itself, nobody knows them here. */
#define CQ_PRIV_AROUND typedef __attribute__((unused)) char (*cq_around)[CQ_PRIV_SCOPE + 1];
#define CQ_PRIV_AROUND_IS_KNOWN ((sizeof *(cq_around)0 - 1) << 8 != (cq_u)CQ_PRIV_EVERY << 8)
#define CQ_PRIV_USES_ONLY(n, tables, txt) CQ_PRIV_STATEMENT_RULE(!CQ_PRIV_AROUND_IS_KNOWN || !(CQ_PRIV_OUTWARD(n) & ~(cq_u)(tables)), txt ": " CQ_SAY_TABLE_NOT_IN_FROM)
#define CQ_PRIV_AS_SOURCE(uses) \
	((struct { __typeof__(CQ_PRIV_PHANTOM(CQ_PRIV_A(cq_t) | CQ_PRIV_WRITTEN_SOURCE, uses, CQ_PRIV_C(cq_t), CQ_PRIV_D(cq_t))) cq_table; }){(void *)cq_t})
#define CQ_PRIV_SOURCE(op, tables, lacks, txt, ...) CQ_PRIV_SOURCE_(op, tables, lacks, txt, CQ_PRIV_COUNT_REST(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_SOURCE_(op, tables, lacks, txt, n, t, ...) \
	(CQ_PRIV_X({ lacks CQ_PRIV_SHAPE_OF(txt, t) CQ_PRIV_AROUND CQ_PRIV_ELSE_ERROR \
		CQ_PRIV_NESTED(txt, n, CQ_PRIV_SHAPE_RULES(n, txt) CQ_PRIV_USES_ONLY(n, tables, txt) CQ_PRIV_SHAPE_TABLE cq_push_ref(cq_s, op, 1, cq_t); CQ_PRIV_ELSE_ERROR \
			CQ_PRIV_AS_SOURCE(CQ_PRIV_OUTWARD(n)), __VA_ARGS__); }))
#define CQ_PRIV_QUERY_AS(txt, ...) CQ_PRIV_SOURCE(CQ_OP_QUERY, 0, , txt, __VA_ARGS__)
#define CQ_PRIV_LATERAL(txt, ...) CQ_PRIV_SOURCE(CQ_OP_LATERAL, (sizeof *(cq_around)0 - 1), CQ_PRIV_ONLY_POSTGRESQL(txt), txt, __VA_ARGS__)

/* VALUES_AS(t, ROW(...), ROW(...)): how many members a row has and of which types, the second enforcer compares. */
#define CQ_PRIV_VALUES_AS(txt, ...) CQ_PRIV_CAT(CQ_PRIV_VALUES_AS_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(txt, __VA_ARGS__)
#define CQ_PRIV_VALUES_AS_0(txt, t) (CQ_PRIV_X({ CQ_PRIV_RULE(0, txt ": " CQ_SAY_EMPTY_VALUES) (cq_ph_error)0; }))
#define CQ_PRIV_VALUES_AS_1(txt, t, ...) CQ_PRIV_VALUES_AS_N(txt, t, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_IS_ROW(i) && (CQ_PRIV_A(cq_i##i) & (CQ_PRIV_TUPLE | CQ_PRIV_ERROR))
#define CQ_PRIV_VALUES_AS_N(txt, t, n, ...) \
	(CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_SHAPE_OF(txt, t) CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(1 CQ_PRIV_OVER(n, CQ_PRIV_IS_ROW), txt ": " CQ_SAY_DERIVED_SHAPE) \
		CQ_PRIV_SHAPE_TABLE cq_push_ref(cq_s, CQ_OP_VALUES_AS, n, cq_t); CQ_PRIV_ELSE_ERROR CQ_PRIV_AS_SOURCE((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C))); }))

#endif

/* cquel/priv/window.h: aggregates that take an order or a condition, window functions, and the windows that they look through.
 *
 * It stands behind the clauses, since an ORDER_BY is a part of these too. The words of cquel/expr.h expand into it.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_WINDOW_H
#define CQUEL_PRIV_WINDOW_H

#include <cquel/priv/clause.h>
#include <cquel/priv/json.h>

/* ---- parts: declares cq_i, a pointer to the part's or clause's struct */
#define CQ_PRIV_PART_ITEM(i, x) \
	__auto_type cq_i##i##_o = ((void)0, x); \
	__typeof__(*__builtin_choose_expr(CQ_PRIV_IS_PART(cq_i##i##_o) || CQ_PRIV_IS_CLAUSE(cq_i##i##_o), cq_i##i##_o, (cq_ph_none *)0)) *cq_i##i = 0; (void)cq_i##i; \
	CQ_PRIV_PUT_PART(cq_i##i##_o, cq_put_int_where_a_part_stands)
/* An ORDER_BY inside an expression sees every table: what it uses is the expression's. */
#define CQ_PRIV_ALL_TABLES typedef __attribute__((unused)) char (*cq_before)[CQ_PRIV_EVERY + 1];
#define CQ_PRIV_KIND_OF(i) (sizeof *cq_i##i->cq_k)
#define CQ_PRIV_HAS_KIND(i, kind) ((CQ_PRIV_KIND_OF(i) & ~(cq_u)(CQ_PRIV_K_AGGREGATE | CQ_PRIV_K_BARE)) == (kind))
#define CQ_PRIV_PART_SILENT(i) (CQ_PRIV_IS_SILENT(cq_i##i##_o) || (CQ_PRIV_KIND_OF(i) < CQ_PRIV_PART_CASE_WHEN && (CQ_PRIV_KIND_OF(i) & CQ_PRIV_K_ERROR) && CQ_PRIV_IS_CLAUSE(cq_i##i##_o)))

/* ---- STRING_AGG(text, separator[, ORDER_BY(...)]), JSON_AGG(value[, ORDER_BY(...)]) */
#define CQ_PRIV_ORDERED_ITEM(i, x, txt) \
	CQ_PRIV_PART_ITEM(i, x) CQ_PRIV_RULE(CQ_PRIV_PART_SILENT(i) || CQ_PRIV_HAS_KIND(i, CQ_PRIV_K_ORDER), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
	CQ_PRIV_RULE(CQ_PRIV_PART_SILENT(i) || !(CQ_PRIV_KIND_OF(i) & CQ_PRIV_K_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_OF_AGGREGATE)
#define CQ_PRIV_AGGREGATES(txt, n, rules, op, count, fits, out, order, uses, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(3) CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) CQ_PRIV_ALL_TABLES CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(!(cq_any & CQ_PRIV_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_OF_AGGREGATE) rules order cq_push(cq_s, op, count); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(CQ_PRIV_HAS_ERROR || cq_any & CQ_PRIV_AGGREGATE || !(fits) ? CQ_PRIV_ERROR_A : (out) | CQ_PRIV_NULLABLE | CQ_PRIV_AGGREGATE | CQ_PRIV_FUNCTION, 0, \
			(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C) uses), 0))0 CQ_PRIV_UNFENCE; })
#define CQ_PRIV_ORDER_USES(i) | CQ_PRIV_WORD(cq_i##i, u)
#define CQ_PRIV_STRING_AGG(txt, ...) CQ_PRIV_CAT(CQ_PRIV_STRING_AGG_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_STRING_AGG_1(txt, a) CQ_PRIV_COUNT_IS(txt, "a text, a separator and perhaps ORDER_BY(...)")
#define CQ_PRIV_STRING_AGG_4(txt, a, b, c, d) CQ_PRIV_STRING_AGG_1(txt, a)
#define CQ_PRIV_STRING_AGG_N(txt, count, order, uses, a, b) \
	CQ_PRIV_AGGREGATES(txt, 2, CQ_PRIV_NEEDS((cq_any & CQ_PRIV_AGGREGATE) || (cq_both & CQ_PRIV_FAMILY_TEXT), txt, CQ_SAY_NOT_TEXT), CQ_OP_STRING_AGG, count, cq_both & CQ_PRIV_FAMILY_TEXT, CQ_PRIV_A_TEXT, order, uses, a, b)
#define CQ_PRIV_STRING_AGG_2(txt, a, b) CQ_PRIV_STRING_AGG_N(txt, 2, , , a, b)
#define CQ_PRIV_STRING_AGG_3(txt, a, b, c) CQ_PRIV_STRING_AGG_N(txt, 3, CQ_PRIV_SQLITE_LACKS(txt) CQ_PRIV_ORDERED_ITEM(3, c, txt), CQ_PRIV_ORDER_USES(3), a, b)
#define CQ_PRIV_JSON_AGG(txt, ...) CQ_PRIV_CAT(CQ_PRIV_JSON_AGG_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_JSON_AGG_N(txt, count, order, uses, a) \
	CQ_PRIV_AGGREGATES(txt, 1, CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt ": " CQ_SAY_NOT_AN_EXPRESSION), CQ_OP_JSON_AGG, count, CQ_PRIV_ARE_EXPRESSIONS(cq_any), CQ_PRIV_A_JSON, order, uses, a)
#define CQ_PRIV_JSON_AGG_1(txt, a) CQ_PRIV_JSON_AGG_N(txt, 1, , , a)
#define CQ_PRIV_JSON_AGG_2(txt, a, b) CQ_PRIV_JSON_AGG_N(txt, 2, CQ_PRIV_SQLITE_LACKS(txt) CQ_PRIV_ORDERED_ITEM(3, b, txt), CQ_PRIV_ORDER_USES(3), a)
#define CQ_PRIV_JSON_AGG_3(txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "a value and perhaps ORDER_BY(...)")

/* ---- FILTER(aggregate, condition) */
#define CQ_PRIV_FILTER(txt, ...) CQ_PRIV_CAT(CQ_PRIV_FILTER_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_FILTER_1(txt, a) CQ_PRIV_COUNT_IS(txt, "an aggregate and a condition")
#define CQ_PRIV_FILTER_3(txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "an aggregate and a condition")
#define CQ_PRIV_IS_AGGREGATE_ITSELF(h) ((CQ_PRIV_A(h) & (CQ_PRIV_AGGREGATE | CQ_PRIV_FUNCTION)) == (CQ_PRIV_AGGREGATE | CQ_PRIV_FUNCTION))
#define CQ_PRIV_FILTER_2(txt, a, b) \
	CQ_PRIV_X({ CQ_PRIV_FENCE CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_l, a, txt) \
		CQ_PRIV_RULE((CQ_PRIV_A(cq_l) & (CQ_PRIV_ERROR | CQ_PRIV_WRONG)) || CQ_PRIV_IS_AGGREGATE_ITSELF(cq_l), txt ": " CQ_SAY_FILTER_NOT_AGGREGATE) \
		CQ_PRIV_HANDLE(cq_r, CQ_PRIV_X({ CQ_PRIV_WINDOWS(1) CQ_PRIV_ELSE_ERROR b; }), txt) CQ_PRIV_RULE(CQ_PRIV_A(cq_r) & (CQ_PRIV_FAMILY_BOOLEAN | CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_CONDITION) \
		CQ_PRIV_RULE(!(CQ_PRIV_A(cq_r) & CQ_PRIV_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_IN_WHERE) \
		cq_push(cq_s, CQ_OP_FILTER, 2); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(CQ_PRIV_IS_AGGREGATE_ITSELF(cq_l) ? CQ_PRIV_A(cq_l) : CQ_PRIV_ERROR_A, 0, CQ_PRIV_C(cq_l) | CQ_PRIV_C(cq_r), 0))0 CQ_PRIV_UNFENCE; })

/* ---- window functions: without OVER around them they are one mistake, and have the error type */
#define CQ_PRIV_WINDOW_HEAD(txt) CQ_PRIV_INSIDE(txt) CQ_PRIV_RULE(cq_window == 2, txt ": " CQ_SAY_WINDOW_WITHOUT_OVER) enum { cq_right = cq_window == 2 };
#define CQ_PRIV_WINDOW_0(op, txt, out) \
	CQ_PRIV_X({ CQ_PRIV_WINDOW_HEAD(txt) cq_push(cq_s, op, 0); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(cq_right ? (out) | CQ_PRIV_FUNCTION : CQ_PRIV_ERROR_A, 0, 0, 0))0; })
/* The operands stand in a block of their own: no window stands in a window. */
#define CQ_PRIV_WINDOW_N(op, txt, n, rules, fits, out, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_WINDOW_HEAD(txt) CQ_PRIV_X({ CQ_PRIV_WINDOWS(1) CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt ": " CQ_SAY_NOT_AN_EXPRESSION) rules cq_push(cq_s, op, n); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(!CQ_PRIV_HAS_ERROR && cq_right && (fits) ? CQ_PRIV_SAID_N | (out) | CQ_PRIV_FUNCTION : CQ_PRIV_ERROR_A, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), \
			CQ_PRIV_D(cq_i1)))0; }) CQ_PRIV_UNFENCE; })
#define CQ_PRIV_SAME_TYPE (CQ_PRIV_A(cq_i1) & (CQ_PRIV_FAMILIES | CQ_PRIV_EXACT))
#define CQ_PRIV_WHOLE(i, txt) CQ_PRIV_NEEDS(CQ_PRIV_IS_OF(i, CQ_PRIV_FAMILY_INTEGER) || !CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt, CQ_SAY_NOT_NUMERIC)
#define CQ_PRIV_NTILE(txt, a) CQ_PRIV_WINDOW_N(CQ_OP_NTILE, txt, 1, CQ_PRIV_WHOLE(1, txt), CQ_PRIV_IS_OF(1, CQ_PRIV_FAMILY_INTEGER), CQ_PRIV_A_BIGINT, a)
#define CQ_PRIV_FIRST_VALUE(op, txt, a) CQ_PRIV_WINDOW_N(op, txt, 1, , 1, CQ_PRIV_SAME_TYPE | CQ_PRIV_NULLABLE, a)
#define CQ_PRIV_NTH_VALUE(txt, ...) CQ_PRIV_CAT(CQ_PRIV_NTH_VALUE_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_NTH_VALUE_1(txt, a) CQ_PRIV_COUNT_IS(txt, "a value and which row's, from 1")
#define CQ_PRIV_NTH_VALUE_2(txt, a, b) CQ_PRIV_WINDOW_N(CQ_OP_NTH_VALUE, txt, 2, CQ_PRIV_WHOLE(2, txt), CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTEGER), CQ_PRIV_SAME_TYPE | CQ_PRIV_NULLABLE, a, b)
#define CQ_PRIV_NTH_VALUE_3(txt, a, b, c) CQ_PRIV_NTH_VALUE_1(txt, a)
#define CQ_PRIV_LAG(op, txt, ...) CQ_PRIV_CAT(CQ_PRIV_LAG_, CQ_PRIV_COUNT(__VA_ARGS__))(op, txt, __VA_ARGS__)
#define CQ_PRIV_LAG_1(op, txt, a) CQ_PRIV_FIRST_VALUE(op, txt, a)
#define CQ_PRIV_LAG_2(op, txt, a, b) CQ_PRIV_WINDOW_N(op, txt, 2, CQ_PRIV_WHOLE(2, txt), CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTEGER), CQ_PRIV_SAME_TYPE | CQ_PRIV_NULLABLE, a, b)
#define CQ_PRIV_LAG_3(op, txt, a, b, c) \
	CQ_PRIV_WINDOW_N(op, txt, 3, CQ_PRIV_WHOLE(2, txt) CQ_PRIV_NEEDS(!CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTEGER) || CQ_PRIV_LAG_FITS, txt, CQ_SAY_TYPE_MISMATCH), \
		CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTEGER) && CQ_PRIV_LAG_FITS, \
		(CQ_PRIV_A(cq_i1) & CQ_PRIV_A(cq_i3) & 0x3fff ? CQ_PRIV_A(cq_i1) & CQ_PRIV_A(cq_i3) & 0x3fff : CQ_PRIV_A(cq_i1) & 0x3fff) | CQ_PRIV_EXACT_OF(cq_i1) | CQ_PRIV_EXACT_OF(cq_i3) | ((CQ_PRIV_A(cq_i1) | CQ_PRIV_A(cq_i3)) & CQ_PRIV_NULLABLE), a, b, c)
#define CQ_PRIV_LAG_FITS ((CQ_PRIV_A(cq_i3) & (CQ_PRIV_FAMILY_NULL | CQ_PRIV_WRONG)) || CQ_PRIV_FITS(cq_i1, cq_i3))
#define CQ_PRIV_LAG_4(op, txt, a, b, c, d) CQ_PRIV_COUNT_IS(txt, "a value, perhaps how many rows away, perhaps what else")

/* ---- PARTITION_BY(...) */
#define CQ_PRIV_PARTITION_BY(txt, ...) CQ_PRIV_PARTITION_BY_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_PARTITION_BY_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) CQ_PRIV_SUM_N(n) \
		CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		cq_push(cq_s, CQ_OP_PARTITION_BY, n); CQ_PRIV_ELSE_ERROR \
		CQ_PRIV_PART_OR_ERROR(CQ_PRIV_PART(CQ_PRIV_PART_PARTITION, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), CQ_PRIV_SAID_N, cq_ph_error)) CQ_PRIV_UNFENCE; })

/* ---- frames. A bound expands into its number, how many operands it takes, and what it takes. */
#define CQ_PRIV_BOUND_UNBOUNDED_PRECEDING 0, 0, 0
#define CQ_PRIV_BOUND_PRECEDING(x) 1, 1, x
#define CQ_PRIV_BOUND_CURRENT_ROW 2, 0, 0
#define CQ_PRIV_BOUND_FOLLOWING(x) 3, 1, x
#define CQ_PRIV_BOUND_UNBOUNDED_FOLLOWING 4, 0, 0
#define CQ_PRIV_FRAME(kind, families, txt, ...) CQ_PRIV_CAT(CQ_PRIV_FRAME_, CQ_PRIV_COUNT(__VA_ARGS__))(kind, families, txt, __VA_ARGS__)
#define CQ_PRIV_ROWS_FRAME(txt, ...) CQ_PRIV_FRAME(CQ_FRAME_ROWS, CQ_PRIV_FAMILY_INTEGER, txt, __VA_ARGS__)
#define CQ_PRIV_RANGE_FRAME(txt, ...) CQ_PRIV_FRAME(CQ_FRAME_RANGE, CQ_PRIV_NUMBER | CQ_PRIV_FAMILY_INTERVAL, txt, __VA_ARGS__)
#define CQ_PRIV_GROUPS_FRAME(txt, ...) CQ_PRIV_X({ CQ_PRIV_MARIADB_LACKS(txt) CQ_PRIV_ELSE_ERROR CQ_PRIV_FRAME(CQ_FRAME_GROUPS, CQ_PRIV_FAMILY_INTEGER, txt, __VA_ARGS__); })
#define CQ_PRIV_FRAME_1(kind, families, txt, a) CQ_PRIV_COUNT_IS(txt, "two bounds: UNBOUNDED_PRECEDING, PRECEDING(n), CURRENT_ROW, FOLLOWING(n), UNBOUNDED_FOLLOWING")
#define CQ_PRIV_FRAME_3(kind, families, txt, a, b, c) CQ_PRIV_FRAME_1(kind, families, txt, a)
#define CQ_PRIV_FRAME_2(kind, families, txt, a, b) CQ_PRIV_FRAME_OF(kind, families, txt, CQ_PRIV_BOUND_##a, CQ_PRIV_BOUND_##b)
#define CQ_PRIV_FRAME_OF(kind, families, txt, ...) CQ_PRIV_CAT(CQ_PRIV_FRAME_OF_, CQ_PRIV_COUNT(__VA_ARGS__))(kind, families, txt, __VA_ARGS__)
#define CQ_PRIV_FRAME_OF_2(kind, families, txt, a, b) CQ_PRIV_FRAME_1(kind, families, txt, a)
#define CQ_PRIV_FRAME_OF_4(kind, families, txt, a, b, c, d) CQ_PRIV_FRAME_1(kind, families, txt, a)
#define CQ_PRIV_BOUND_TAKE_0(n, x, families, txt)
#define CQ_PRIV_BOUND_TAKE_1(n, x, families, txt) CQ_PRIV_OPERAND(n, x, txt) CQ_PRIV_RULE(CQ_PRIV_A(n) & ((families) | CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_NUMERIC)
#define CQ_PRIV_BOUND_USES_0(n)
#define CQ_PRIV_BOUND_USES_1(n) | CQ_PRIV_C(n)
#define CQ_PRIV_FRAME_OF_6(kind, families, txt, a, a_takes, a_x, b, b_takes, b_x) \
	CQ_PRIV_X({ CQ_PRIV_FENCE CQ_PRIV_INSIDE(txt) CQ_PRIV_CAT(CQ_PRIV_BOUND_TAKE_, a_takes)(cq_l, a_x, families, txt) CQ_PRIV_CAT(CQ_PRIV_BOUND_TAKE_, b_takes)(cq_r, b_x, families, txt) \
		CQ_PRIV_FRAME_LACKS(txt, kind == CQ_FRAME_GROUPS ? 0 : a_takes + b_takes) CQ_PRIV_RULE(a <= b && a != 4 && b != 0, txt ": " CQ_SAY_FRAME_BOUNDS) \
		cq_push_node(cq_s, CQ_OP_FRAME, CQ_TYPE_NONE, kind + a * CQ_FRAME_START + b * CQ_FRAME_END, a_takes + b_takes, (void *)0); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PART(CQ_PRIV_PART_FRAME, (0 CQ_PRIV_CAT(CQ_PRIV_BOUND_USES_, a_takes)(cq_l) CQ_PRIV_CAT(CQ_PRIV_BOUND_USES_, b_takes)(cq_r)), 0, 0, cq_ph_error) *)0 CQ_PRIV_UNFENCE; })

/* ---- OVER(function, parts ...): cq_i1 is the function, the parts stand behind it in their order */
#define CQ_PRIV_OVER_ITEM(txt, i, x) CQ_PRIV_CAT(CQ_PRIV_OVER_ITEM_, i)(txt, x)
#define CQ_PRIV_OVER_ITEM_1(txt, x) CQ_PRIV_HANDLE(cq_i1, CQ_PRIV_X({ CQ_PRIV_WINDOWS(2) CQ_PRIV_ELSE_ERROR x; }), txt)
/* An item of a part that is wrong must not find the function by its name. */
#define CQ_PRIV_BEHIND_FUNCTION(x) CQ_PRIV_X({ extern cq_ph_error cq_i1_o, cq_i1_w, cq_i1; CQ_PRIV_ELSE_ERROR x; })
#define CQ_PRIV_OVER_ITEM_2(txt, x) CQ_PRIV_PART_ITEM(2, CQ_PRIV_BEHIND_FUNCTION(x))
#define CQ_PRIV_OVER_ITEM_3(txt, x) CQ_PRIV_PART_ITEM(3, CQ_PRIV_BEHIND_FUNCTION(x))
#define CQ_PRIV_OVER_ITEM_4(txt, x) CQ_PRIV_PART_ITEM(4, CQ_PRIV_BEHIND_FUNCTION(x))
#define CQ_PRIV_PART_RANK(i) \
	(CQ_PRIV_PART_SILENT(i) ? 9 : CQ_PRIV_KIND_OF(i) == CQ_PRIV_PART_PARTITION ? 1 : CQ_PRIV_HAS_KIND(i, CQ_PRIV_K_ORDER) ? 2 : CQ_PRIV_KIND_OF(i) == CQ_PRIV_PART_FRAME ? 3 : 0)
#define CQ_PRIV_OVER_1 && 1
#define CQ_PRIV_OVER_2 && CQ_PRIV_PART_RANK(2)
#define CQ_PRIV_OVER_3 CQ_PRIV_OVER_2 && CQ_PRIV_PART_RANK(3) && (CQ_PRIV_PART_RANK(2) < CQ_PRIV_PART_RANK(3) || CQ_PRIV_PART_RANK(2) == 9)
#define CQ_PRIV_OVER_4 CQ_PRIV_OVER_3 && CQ_PRIV_PART_RANK(4) && (CQ_PRIV_PART_RANK(3) < CQ_PRIV_PART_RANK(4) || CQ_PRIV_PART_RANK(3) == 9)
#define CQ_PRIV_WORDS_OF_1(m)
#define CQ_PRIV_WORDS_OF_2(m) | CQ_PRIV_PART_WORD(2, m)
#define CQ_PRIV_WORDS_OF_3(m) CQ_PRIV_WORDS_OF_2(m) | CQ_PRIV_PART_WORD(3, m)
#define CQ_PRIV_WORDS_OF_4(m) CQ_PRIV_WORDS_OF_3(m) | CQ_PRIV_PART_WORD(4, m)
/* What an ORDER_BY says stands in its kind, what PARTITION_BY says in its word v. */
#define CQ_PRIV_ORDERS_OF_1
#define CQ_PRIV_ORDERS_OF_2 | CQ_PRIV_ORDER_SAYS(2)
#define CQ_PRIV_ORDERS_OF_3 CQ_PRIV_ORDERS_OF_2 | CQ_PRIV_ORDER_SAYS(3)
#define CQ_PRIV_ORDERS_OF_4 CQ_PRIV_ORDERS_OF_3 | CQ_PRIV_ORDER_SAYS(4)
#define CQ_PRIV_ORDER_SAYS(i) (cq_fits && CQ_PRIV_PART_RANK(i) == 2 ? CQ_PRIV_KIND_OF(i) & CQ_PRIV_LISTED : 0)
#define CQ_PRIV_PART_WORD(i, m) (cq_fits && CQ_PRIV_PART_RANK(i) < 9 ? CQ_PRIV_WORD(cq_i##i, m) : 0)
#define CQ_PRIV_WINDOW_OVER(txt, ...) CQ_PRIV_WINDOW_OVER_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_WINDOW_OVER_N(txt, n, ...) CQ_PRIV_CAT(CQ_PRIV_WINDOW_OVER_, n)(txt, n, __VA_ARGS__)
#define CQ_PRIV_WINDOW_OVER_1 CQ_PRIV_WINDOW_OF
#define CQ_PRIV_WINDOW_OVER_2 CQ_PRIV_WINDOW_OF
#define CQ_PRIV_WINDOW_OVER_3 CQ_PRIV_WINDOW_OF
#define CQ_PRIV_WINDOW_OVER_4 CQ_PRIV_WINDOW_OF
#define CQ_PRIV_WINDOW_OVER_5(txt, n, ...) CQ_PRIV_COUNT_IS(txt, "a function, then PARTITION_BY, ORDER_BY and a frame")
#define CQ_PRIV_WINDOW_OF(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_RULE(cq_window == 0, txt ": " CQ_SAY_WINDOW_MISPLACED) enum { cq_right = cq_window == 0 }; CQ_PRIV_X({ CQ_PRIV_WINDOWS(1) CQ_PRIV_ALL_TABLES \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_OVER_ITEM, txt, __VA_ARGS__) \
		enum { cq_any = CQ_PRIV_A(cq_i1) & 0x1ffffff, cq_fits = cq_right && !CQ_PRIV_HAS_ERROR && (CQ_PRIV_A(cq_i1) & CQ_PRIV_FUNCTION) CQ_PRIV_OVER_##n }; \
		CQ_PRIV_RULE(!cq_right || CQ_PRIV_HAS_ERROR || cq_any == 0 || cq_fits, txt ": " CQ_SAY_OVER_NOT_A_FUNCTION) \
		cq_push(cq_s, CQ_OP_OVER, n); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(cq_fits ? (CQ_PRIV_A(cq_i1) & (CQ_PRIV_A(cq_i1) & CQ_PRIV_AGGREGATE ? ~(cq_u)(CQ_PRIV_FUNCTION | CQ_PRIV_AGGREGATE) : ~(cq_u)CQ_PRIV_FUNCTION)) CQ_PRIV_WORDS_OF_##n(v) CQ_PRIV_ORDERS_OF_##n : CQ_PRIV_ERROR_A, \
			CQ_PRIV_B(cq_i1) CQ_PRIV_WORDS_OF_##n(g), CQ_PRIV_C(cq_i1) CQ_PRIV_WORDS_OF_##n(u), CQ_PRIV_D(cq_i1)))0; }) CQ_PRIV_UNFENCE; })

/* ---- NULLS_FIRST, NULLS_LAST: of an ordering or an expression */
#define CQ_PRIV_NULLS(op, txt, a) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) \
		CQ_PRIV_RULE((CQ_PRIV_A(cq_e) & (0x3fff | CQ_PRIV_FAMILY_ORDERING)) && !(CQ_PRIV_A(cq_e) & CQ_PRIV_TUPLE), txt ": " CQ_SAY_NOT_AN_EXPRESSION) cq_push(cq_s, op, 1); \
		CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_SAID(cq_e) | CQ_PRIV_FAMILY_ORDERING, 0, CQ_PRIV_C(cq_e), 0))0; })

#endif

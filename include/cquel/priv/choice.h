/* cquel/priv/choice.h: expressions that choose or convert: CASE, CAST, NULLIF, IS_DISTINCT, ROW.
 *
 * It knows nothing of clauses but their tag. The words of cquel/expr.h expand into it.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_CHOICE_H
#define CQUEL_PRIV_CHOICE_H

#include <cquel/priv/expr.h>
#include <cquel/priv/targets.h>

/* ---- a part: what stands inside one operator only (CASE_WHEN in CASE, PARTITION_BY in OVER). A null pointer to a struct as a
 * clause is, tagged so that nothing takes it for one: what it is, tables used, bare columns, what it says of aggregates, and
 * the phantom of its value. */
#define CQ_PRIV_PART(k_, u_, g_, v_, phantom) \
	struct { char (*cq_k)[k_], (*cq_u)[(u_) + 1], (*cq_g)[(g_) + 1], (*cq_v)[(v_) + 1]; phantom cq_x; } __attribute__((aligned(64)))
#define CQ_PRIV_PART_CASE_WHEN 0x10000000
#define CQ_PRIV_PART_ELSE 0x20000000
#define CQ_PRIV_PART_PARTITION 0x30000000
#define CQ_PRIV_PART_FRAME 0x40000000
/* clang makes a struct of an operand with an error, too; cq_any is 0 then. */
#define CQ_PRIV_PART_OR_ERROR(...) __builtin_choose_expr(cq_any == 0, (cq_ph_error)0, (__VA_ARGS__ *)0);
typedef CQ_PRIV_PART(1, 0, 0, 0, cq_ph_error) cq_ph_no_part;
extern cq_ph_error cq_put_int_where_a_branch_stands(cq_statement *s, int v) __attribute__((error(CQ_SAY_NOT_A_BRANCH)));
extern cq_ph_error cq_put_int_where_a_part_stands(cq_statement *s, int v) __attribute__((error(CQ_SAY_OVER_NOT_A_FUNCTION)));
#define CQ_PRIV_IS_PART(e) _Generic(e, char *: 0, const char *: 0, void *: 0, CQ_PRIV_ANY: 0, default: CQ_PRIV_IS_TAGGED(e))
/* Where the operand has an error already, nothing more is said about it. */
#define CQ_PRIV_IS_SILENT(e) _Generic(e, int: 1, cq_ph_error: 1, cq_ph_none *: 1, default: 0)
#define CQ_PRIV_PUT_PART(e, put_int) \
	(void)_Generic(e, CQ_PRIV_ANY: cq_put_handle, int: put_int, default: __builtin_choose_expr(__builtin_classify_type(e) == 5, cq_put_clause, cq_put_wrong))(cq_s, e);

/* Operands that may also be optionals, and texts that may be NULL. */
#define CQ_PRIV_ITEM_ASSIGNED(txt, i, x) CQ_PRIV_TAKE(cq_i##i, x, CQ_PRIV_ASSIGN_WRITER)
#define CQ_PRIV_MANY_ASSIGNED(n, txt, ...) \
	CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_ITEM_ASSIGNED, txt, __VA_ARGS__) CQ_PRIV_SUM_N(n) CQ_PRIV_RULE(!(cq_any & CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_VALUE)
/* Objects, orderings and rows are no values of an expression. */
/* What an operator over an error yields is one. */
#define CQ_PRIV_HAS_ERROR (cq_any & (CQ_PRIV_ERROR | CQ_PRIV_WRONG))
#define CQ_PRIV_ARE_EXPRESSIONS(any) (!((any) & (CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_FAMILY_ORDERING)) || ((any) & (CQ_PRIV_ERROR | CQ_PRIV_WRONG)))

/* ---- IS_DISTINCT, IS_NOT_DISTINCT */
#define CQ_PRIV_DISTINCTION(op, txt, ...) CQ_PRIV_CAT(CQ_PRIV_DISTINCTION_, CQ_PRIV_COUNT(__VA_ARGS__))(op, txt, __VA_ARGS__)
#define CQ_PRIV_DISTINCTION_1(op, txt, a) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_DISTINCTION_3(op, txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_DISTINCTION_2(op, txt, a, b) \
	CQ_PRIV_X({ CQ_PRIV_FENCE CQ_PRIV_INSIDE(txt) CQ_PRIV_TAKE(cq_l, a, CQ_PRIV_ASSIGN_WRITER) CQ_PRIV_TAKE(cq_r, b, CQ_PRIV_ASSIGN_WRITER) CQ_PRIV_SUM_2 \
		CQ_PRIV_RULE(!(cq_any & CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_VALUE) \
		CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		CQ_PRIV_RULE(cq_any == 0 || (cq_any & CQ_PRIV_FAMILY_NULL) || cq_both > 0, txt ": " CQ_SAY_TYPE_MISMATCH) \
		cq_push(cq_s, op, 2); CQ_PRIV_CONDITION_2 CQ_PRIV_UNFENCE; })

/* ---- CASE(CASE_WHEN(condition, value), ..., ELSE(value)) */
#define CQ_PRIV_CASE_WHEN(txt, ...) CQ_PRIV_CAT(CQ_PRIV_CASE_WHEN_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_CASE_WHEN_1(txt, a) CQ_PRIV_COUNT_IS(txt, "a condition and a value")
#define CQ_PRIV_CASE_WHEN_3(txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "a condition and a value")
#define CQ_PRIV_CASE_WHEN_2(txt, a, b) \
	CQ_PRIV_X({ CQ_PRIV_FENCE CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_l, a, txt) CQ_PRIV_RULE(CQ_PRIV_A(cq_l) & (CQ_PRIV_FAMILY_BOOLEAN | CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_CONDITION) \
		CQ_PRIV_OPERAND(cq_r, b, txt) CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(CQ_PRIV_A(cq_r)), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		CQ_PRIV_SUM_2 cq_push(cq_s, CQ_OP_CASE_WHEN, 2); CQ_PRIV_ELSE_ERROR \
		CQ_PRIV_PART_OR_ERROR(CQ_PRIV_PART(CQ_PRIV_PART_CASE_WHEN, 0, 0, 0, __typeof__(CQ_PRIV_PHANTOM((CQ_PRIV_A(cq_r) & ~(cq_u)CQ_PRIV_FUNCTION) | CQ_PRIV_SAID(cq_l), CQ_PRIV_B(cq_l) | CQ_PRIV_B(cq_r), \
			CQ_PRIV_C(cq_l) | CQ_PRIV_C(cq_r), CQ_PRIV_D(cq_r))))) CQ_PRIV_UNFENCE; })
#define CQ_PRIV_ELSE(txt, a) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_OPERAND(cq_e, a, txt) CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(CQ_PRIV_A(cq_e)), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		enum { cq_any = CQ_PRIV_A(cq_e) & 0xffffff }; \
		cq_push(cq_s, CQ_OP_ELSE, 1); CQ_PRIV_ELSE_ERROR CQ_PRIV_PART_OR_ERROR(CQ_PRIV_PART(CQ_PRIV_PART_ELSE, 0, 0, 0, __typeof__(CQ_PRIV_PASS(cq_e)))) })

#define CQ_PRIV_BRANCH_ITEM(txt, i, x) \
	__auto_type cq_i##i##_o = ((void)0, x); \
	__typeof__(*__builtin_choose_expr(CQ_PRIV_IS_PART(cq_i##i##_o), cq_i##i##_o, (cq_ph_no_part *)0)) *cq_i##i##_w = 0; (void)cq_i##i##_w; \
	CQ_PRIV_PUT_PART(cq_i##i##_o, cq_put_int_where_a_branch_stands) \
	CQ_PRIV_RULE(CQ_PRIV_IS_SILENT(cq_i##i##_o) || CQ_PRIV_IS_BRANCH(i), txt ": " CQ_SAY_NOT_A_BRANCH) \
	__typeof__(cq_i##i##_w->cq_x) cq_i##i = 0; (void)cq_i##i;
#define CQ_PRIV_IS_BRANCH(i) (sizeof *cq_i##i##_w->cq_k == CQ_PRIV_PART_CASE_WHEN || CQ_PRIV_IS_ELSE(i))
#define CQ_PRIV_IS_ELSE(i) (sizeof *cq_i##i##_w->cq_k == CQ_PRIV_PART_ELSE)
#define CQ_PRIV_ELSE_STANDS(i) || CQ_PRIV_IS_ELSE(i)
#define CQ_PRIV_ELSE_BEFORE(i, j) || CQ_PRIV_IS_ELSE(i)
/* NULL fits every other value; a literal int takes the others' type, and is an INTEGER where all are literal. */
#define CQ_PRIV_AND_KNOWN(i) & (CQ_PRIV_A(cq_i##i) & CQ_PRIV_FAMILY_NULL ? 0x3fff : CQ_PRIV_A(cq_i##i))
#define CQ_PRIV_BOTH_KNOWN(n) (CQ_PRIV_FAMILIES CQ_PRIV_OVER(n, CQ_PRIV_AND_KNOWN))
#define CQ_PRIV_EXACT_N(n) ((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_EXACT)) | ((cq_both & 3) == 3 ? CQ_PRIV_A_INTEGER & CQ_PRIV_EXACT : 0))
#define CQ_PRIV_CASE(txt, ...) CQ_PRIV_CASE_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_CASE_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_BRANCH_ITEM, txt, __VA_ARGS__) \
		enum { cq_any = CQ_PRIV_ANY_A(n) & 0x1ffffff, cq_both = CQ_PRIV_BOTH_KNOWN(n), cq_astray = CQ_PRIV_IS_ELSE(1) CQ_PRIV_CAT(CQ_PRIV_NEXT_, n)(CQ_PRIV_ELSE_BEFORE) }; \
		CQ_PRIV_RULE(!cq_astray || (cq_any & CQ_PRIV_ERROR), txt ": " CQ_SAY_NOT_A_BRANCH) \
		CQ_PRIV_RULE(cq_any == 0 || cq_astray || cq_both > 0, txt ": " CQ_SAY_TYPE_MISMATCH) \
		cq_push(cq_s, CQ_OP_CASE, n); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(CQ_PRIV_HAS_ERROR || !cq_both || cq_astray ? CQ_PRIV_ERROR_A : (cq_any & CQ_PRIV_CARRIED) | cq_both | CQ_PRIV_EXACT_N(n) | ((0 CQ_PRIV_OVER(n, CQ_PRIV_ELSE_STANDS)) ? 0 : CQ_PRIV_NULLABLE), \
			(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_D))))0 CQ_PRIV_UNFENCE; })

/* ---- CAST(x, TYPE): the families that a database turns into a type of these families */
#define CQ_PRIV_CASTS_TO(f) \
	((f) | ((f) & CQ_PRIV_NUMBER ? 0x1e : 0) | ((f) & CQ_PRIV_FAMILY_INTEGER ? 0x1 : 0) | ((f) & CQ_PRIV_FAMILY_BOOLEAN ? 0x2 : 0) | \
	 ((f) & CQ_PRIV_FAMILY_TEXT ? 0x1fde : 0) | ((f) & 0x140 ? 0x150 : 0) | ((f) & 0xe80 ? 0x10 : 0) | CQ_PRIV_FAMILY_NULL)
#define CQ_PRIV_CAST(txt, x, T) CQ_PRIV_IF_TYPE(CQ_PRIV_CAST_TO, txt, T, x)
#define CQ_PRIV_CAST_TO(txt, T, x) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_OPERAND(cq_e, x, txt) \
		enum { cq_casts = (CQ_PRIV_A(cq_e) & CQ_PRIV_CASTS_TO((CQ_PRIV_A_##T) & 0x3fff) & 0x3fff) != 0 }; \
		CQ_PRIV_RULE(cq_casts || (CQ_PRIV_A(cq_e) & CQ_PRIV_WRONG), txt ": " CQ_SAY_CAST_TYPE) \
		cq_push_node(cq_s, CQ_OP_CAST, CQ_PRIV_CODE_##T, CQ_PRIV_SCALE_##T, 1, CQ_PRIV_DETAIL_##T); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(cq_casts && !(CQ_PRIV_A(cq_e) & (CQ_PRIV_ERROR | CQ_PRIV_WRONG)) ? (CQ_PRIV_A(cq_e) & CQ_PRIV_CARRIED) | ((CQ_PRIV_A_##T) & (CQ_PRIV_FAMILIES | CQ_PRIV_EXACT | CQ_PRIV_NULLABLE)) : CQ_PRIV_ERROR_A, \
			CQ_PRIV_B(cq_e), CQ_PRIV_C(cq_e), CQ_PRIV_D(cq_e)))0; })

/* ---- NULLIF */
#define CQ_PRIV_NULLIF(txt, ...) CQ_PRIV_CAT(CQ_PRIV_NULLIF_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_NULLIF_1(txt, a) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_NULLIF_3(txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_NULLIF_2(txt, a, b) \
	CQ_PRIV_X({ CQ_PRIV_FENCE CQ_PRIV_INSIDE(txt) CQ_PRIV_TAKE(cq_l, a, CQ_PRIV_WRITER) CQ_PRIV_TAKE(cq_r, b, CQ_PRIV_WRITER) CQ_PRIV_SUM_2 \
		CQ_PRIV_RULE(!(cq_any & CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_VALUE) \
		CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		CQ_PRIV_RULE((cq_any & CQ_PRIV_UNSPOKEN) != CQ_PRIV_FAMILY_NULL, txt ": " CQ_SAY_NULL_COMPARED) \
		CQ_PRIV_RULE(cq_any == 0 || (cq_any & CQ_PRIV_FAMILY_NULL) || cq_both > 0, txt ": " CQ_SAY_TYPE_MISMATCH) \
		cq_push(cq_s, CQ_OP_NULLIF, 2); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(CQ_PRIV_HAS_ERROR || !cq_both ? CQ_PRIV_ERROR_A : (cq_any & CQ_PRIV_CARRIED) | CQ_PRIV_NULLABLE | (CQ_PRIV_A(cq_l) & (CQ_PRIV_FAMILIES | CQ_PRIV_EXACT)), CQ_PRIV_B(cq_l) | CQ_PRIV_B(cq_r), \
			CQ_PRIV_C(cq_l) | CQ_PRIV_C(cq_r), CQ_PRIV_D(cq_l)))0 CQ_PRIV_UNFENCE; })

/* ---- ROW(a, b, ...): no expression but a row of them: its family is that of orderings, which only comparisons take. The
 * fourth word is the number of its members. SUBQUERY_ROWS is a row for each row that it selects. */
#define CQ_PRIV_TUPLE_OF(txt, ...) CQ_PRIV_TUPLE_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_TUPLE_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_ASSIGNED(n, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		cq_push(cq_s, CQ_OP_TUPLE, n); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(cq_any & (CQ_PRIV_ERROR | CQ_PRIV_WRONG | CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_FAMILY_ORDERING) ? CQ_PRIV_ERROR_A : CQ_PRIV_SAID_N | CQ_PRIV_FAMILY_ORDERING | CQ_PRIV_TUPLE, \
			(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), n))0 CQ_PRIV_UNFENCE; })
#define CQ_PRIV_SUBQUERY_ROWS(txt, ...) CQ_PRIV_SUBQUERY_ROWS_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_SUBQUERY_ROWS_N(txt, number, ...) \
	CQ_PRIV_NESTED(txt, number, CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM((cq_silent ? CQ_PRIV_ERROR_A : CQ_PRIV_FAMILY_ORDERING | CQ_PRIV_TUPLE) | CQ_PRIV_QUERY, 0, CQ_PRIV_OUTWARD(number), CQ_PRIV_WORD(cq_c1, n)))0, __VA_ARGS__)

#endif

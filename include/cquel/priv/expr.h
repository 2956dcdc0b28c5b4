/* cquel/priv/expr.h: the operators. Each evaluates its operands in order, checks them, appends one node and yields a phantom.
 *
 * Every operator takes its own text first (the outermost macro knows it) and quotes it in front of a rule's sentence. The
 * long names stand in cquel/expr.h, the short ones in cquel/words.h.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_EXPR_H
#define CQUEL_PRIV_EXPR_H

#include <cquel/priv/known.h>
#include <cquel/priv/operand.h>

#define CQ_PRIV_X __extension__

/* An operator with the wrong number of operands. */
#define CQ_PRIV_COUNT_IS(txt, what) CQ_PRIV_X({ CQ_PRIV_RULE(0, txt ": takes " what) (cq_ph_error)0; })
/* An operator m(txt, T, ...) that takes a type: of a word that is none nothing is expanded. */
#define CQ_PRIV_IF_TYPE(m, txt, T, ...) CQ_PRIV_CAT(CQ_PRIV_IF_TYPE_, CQ_PRIV_IS_LIST(CQ_UNKNOWN_TYPE_##T))(m, txt, T, __VA_ARGS__)
#define CQ_PRIV_IF_TYPE_0(m, txt, T, ...) CQ_PRIV_COUNT_IS(txt, "a type, and " #T " is none")
#define CQ_PRIV_IF_TYPE_1(m, txt, T, ...) m(txt, T, __VA_ARGS__)

/* What a condition over phantoms is: no column identity, no NULL, so that two of them fit on both sides of ?:. */
#define CQ_PRIV_CONDITION_OF(said, tables) CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM_AC(said | CQ_PRIV_A_BOOLEAN, tables))0
#define CQ_PRIV_CONDITION_2 CQ_PRIV_CONDITION_OF(cq_any & CQ_PRIV_SAYS, CQ_PRIV_C(cq_l) | CQ_PRIV_C(cq_r))
/* What either of two operands says, and the families that both can serve. clang gives 0 to an enumerator whose value holds an error. */
#define CQ_PRIV_SUM_2 enum { cq_any = (CQ_PRIV_A(cq_l) | CQ_PRIV_A(cq_r)) & 0xffffff, cq_both = CQ_PRIV_A(cq_l) & CQ_PRIV_A(cq_r) & CQ_PRIV_FAMILIES };

/* Exact types; a literal int takes the other side's. */
#define CQ_PRIV_EXACT_OF(h) ((CQ_PRIV_A(h) & 3) == 3 ? 0 : CQ_PRIV_A(h) & CQ_PRIV_EXACT)

/* ---- comparisons: EQ NE LT LE GT GE */
#define CQ_PRIV_COMPARE(op, txt, ...) CQ_PRIV_CAT(CQ_PRIV_COMPARE_, CQ_PRIV_COUNT(__VA_ARGS__))(op, txt, __VA_ARGS__)
#define CQ_PRIV_COMPARE_1(op, txt, a) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_COMPARE_3(op, txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_COMPARE_4(op, txt, a, b, c, d) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_COMPARE_2(op, txt, a, b) \
	CQ_PRIV_X({ CQ_PRIV_FENCE CQ_PRIV_INSIDE(txt) CQ_PRIV_TAKE(cq_l, a, CQ_PRIV_WRITER) CQ_PRIV_TAKE(cq_r, b, CQ_PRIV_WRITER) CQ_PRIV_SUM_2 \
		CQ_PRIV_RULE(!(cq_any & CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_VALUE) \
		CQ_PRIV_RULE((cq_any & CQ_PRIV_UNSPOKEN) != CQ_PRIV_FAMILY_NULL, txt ": " CQ_SAY_NULL_COMPARED) \
		CQ_PRIV_RULE(cq_any == 0 || (cq_any & CQ_PRIV_FAMILY_NULL) || cq_both > 0, txt ": " CQ_SAY_TYPE_MISMATCH) \
		cq_push(cq_s, op, 2); CQ_PRIV_CONDITION_2 CQ_PRIV_UNFENCE; })

/* ---- LIKE and its kin */
#define CQ_PRIV_LIKE(op, txt, ...) CQ_PRIV_CAT(CQ_PRIV_LIKE_, CQ_PRIV_COUNT(__VA_ARGS__))(op, txt, __VA_ARGS__)
#define CQ_PRIV_LIKE_1(op, txt, a) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_LIKE_3(op, txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_LIKE_2(op, txt, a, b) \
	CQ_PRIV_X({ CQ_PRIV_FENCE CQ_PRIV_INSIDE(txt) CQ_PRIV_TAKE(cq_l, a, CQ_PRIV_WRITER) CQ_PRIV_TAKE(cq_r, b, CQ_PRIV_WRITER) CQ_PRIV_SUM_2 \
		CQ_PRIV_RULE(!(cq_any & CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_VALUE) \
		CQ_PRIV_RULE(cq_any == 0 || (cq_both & CQ_PRIV_FAMILY_TEXT), txt ": " CQ_SAY_LIKE_NOT_TEXT) \
		cq_push(cq_s, op, 2); CQ_PRIV_CONDITION_2 CQ_PRIV_UNFENCE; })

/* ---- BETWEEN */
#define CQ_PRIV_BETWEEN(txt, ...) CQ_PRIV_CAT(CQ_PRIV_BETWEEN_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_BETWEEN_1(txt, a) CQ_PRIV_COUNT_IS(txt, "three operands")
#define CQ_PRIV_BETWEEN_2(txt, a, b) CQ_PRIV_COUNT_IS(txt, "three operands")
#define CQ_PRIV_BETWEEN_4(txt, a, b, c, d) CQ_PRIV_COUNT_IS(txt, "three operands")
#define CQ_PRIV_BETWEEN_3(txt, a, b, c) CQ_PRIV_IN_(CQ_OP_BETWEEN, CQ_OP_BETWEEN, txt, 3, a, b, c)

/* ---- operators over any number of operands: CQ_PRIV_MANY declares cq_i1 ... cq_in */
#define CQ_PRIV_ITEM_OPERAND(txt, i, x) CQ_PRIV_TAKE(cq_i##i, x, CQ_PRIV_WRITER)
#define CQ_PRIV_ITEM_HANDLE(txt, i, x) CQ_PRIV_HANDLE(cq_i##i, x, txt)
/* Of a long list each operand is told by its number: the whole text behind each would grow with its square. */
#define CQ_PRIV_ITEM_NUMBERED(name, i, x) CQ_PRIV_HANDLE(cq_i##i, x, name ", operand " #i)
#define CQ_PRIV_MANY_OPERANDS(n, txt, ...) \
	CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_ITEM_OPERAND, txt, __VA_ARGS__) CQ_PRIV_SUM_N(n) CQ_PRIV_RULE(!(cq_any & CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_VALUE)
#define CQ_PRIV_MANY_HANDLES(n, txt, ...) CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_ITEM_HANDLE, txt, __VA_ARGS__)
#define CQ_PRIV_OR_A(i) | CQ_PRIV_A(cq_i##i)
#define CQ_PRIV_AND_A(i) & CQ_PRIV_A(cq_i##i)
#define CQ_PRIV_OR_B(i) | CQ_PRIV_B(cq_i##i)
#define CQ_PRIV_OR_C(i) | CQ_PRIV_C(cq_i##i)
#define CQ_PRIV_OR_D(i) | CQ_PRIV_D(cq_i##i)
#define CQ_PRIV_AND_D(i) & CQ_PRIV_D(cq_i##i)
#define CQ_PRIV_OR_EXACT(i) | CQ_PRIV_EXACT_OF(cq_i##i)
#define CQ_PRIV_OVER(n, m) CQ_PRIV_CAT(CQ_PRIV_TIMES_, n)(m)
#define CQ_PRIV_ALL_A(n) (~0ul CQ_PRIV_OVER(n, CQ_PRIV_AND_A))
#define CQ_PRIV_ANY_A(n) (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_A))
/* The same for any number of operands. */
#define CQ_PRIV_SUM_N(n) enum { cq_any = CQ_PRIV_ANY_A(n) & 0x1ffffff, cq_both = CQ_PRIV_ALL_A(n) & 0x100ffff };
#define CQ_PRIV_SAID_N (cq_any & CQ_PRIV_SAYS)

/* IN, NOT_IN: a needle and a list, or one SUBQUERY. */
#define CQ_PRIV_IN(op, query_op, txt, ...) CQ_PRIV_IN_N(op, query_op, txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_IN_N(op, query_op, txt, n, ...) CQ_PRIV_IN_(op, query_op, txt, n, __VA_ARGS__)
#define CQ_PRIV_IN_(op, query_op, txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(n > 1, txt ": " CQ_SAY_EMPTY_VALUES) \
		CQ_PRIV_RULE((cq_any & CQ_PRIV_UNSPOKEN) != CQ_PRIV_FAMILY_NULL, txt ": " CQ_SAY_NULL_COMPARED) \
		CQ_PRIV_RULE(cq_any == 0 || (cq_any & CQ_PRIV_FAMILY_NULL) || (cq_both & CQ_PRIV_FAMILIES), txt ": " CQ_SAY_TYPE_MISMATCH) \
		cq_push(cq_s, n == 2 && (cq_any & CQ_PRIV_QUERY) ? query_op : op, n); \
		CQ_PRIV_CONDITION_OF(CQ_PRIV_SAID_N, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C))) CQ_PRIV_UNFENCE; })

/* IN_ARRAY(needle, array, count): the array is borrowed until the statement has run. */
extern cq_ph_error cq_array;
#define CQ_PRIV_ARRAY_OF(c, type) c *: type, const c *: type
#define CQ_PRIV_ARRAY_TYPE(p) \
	_Generic((p), CQ_PRIV_ARRAY_OF(bool, CQ_TYPE_BOOLEAN), CQ_PRIV_ARRAY_OF(int16_t, CQ_TYPE_SMALLINT), CQ_PRIV_ARRAY_OF(int32_t, CQ_TYPE_INTEGER), \
		CQ_PRIV_ARRAY_OF(long, CQ_PRIV_LONG_TYPE), CQ_PRIV_ARRAY_OF(long long, CQ_TYPE_BIGINT), CQ_PRIV_ARRAY_OF(double, CQ_TYPE_DOUBLE), \
		const char **: CQ_TYPE_TEXT, const char *const *: CQ_TYPE_TEXT, char **: CQ_TYPE_TEXT, char *const *: CQ_TYPE_TEXT, \
		CQ_PRIV_ARRAY_OF(cq_decimal, CQ_TYPE_DECIMAL), CQ_PRIV_ARRAY_OF(cq_date, CQ_TYPE_DATE), CQ_PRIV_ARRAY_OF(cq_time, CQ_TYPE_TIME), \
		CQ_PRIV_ARRAY_OF(cq_timestamp, CQ_TYPE_TIMESTAMP), CQ_PRIV_ARRAY_OF(cq_uuid, CQ_TYPE_UUID), \
		default: __builtin_classify_type(*(p)) == 1 && sizeof *(p) == 4 ? CQ_TYPE_ENUM : CQ_TYPE_NONE)
#define CQ_PRIV_LONG_TYPE (sizeof(long) == 8 ? CQ_TYPE_BIGINT : CQ_TYPE_INTEGER)
#define CQ_PRIV_ARRAY_FAMILY(t) \
	((t) == CQ_TYPE_NONE ? 0 : (t) == CQ_TYPE_BOOLEAN ? 1 : (t) <= CQ_TYPE_BIGINT ? (t) == CQ_TYPE_INTEGER ? 0x1002 : 2 : (t) == CQ_TYPE_DOUBLE ? 4 : (t) == CQ_TYPE_DECIMAL ? 8 : \
	 (t) == CQ_TYPE_TEXT ? 0x810 : (t) == CQ_TYPE_DATE ? 0x40 : (t) == CQ_TYPE_TIME ? 0x80 : (t) == CQ_TYPE_TIMESTAMP ? 0x100 : (t) == CQ_TYPE_UUID ? 0x400 : \
	 (t) == CQ_TYPE_ENUM ? 0x1000 : 0)
#define CQ_PRIV_IN_ARRAY(op, txt, ...) CQ_PRIV_CAT(CQ_PRIV_IN_ARRAY_, CQ_PRIV_COUNT(__VA_ARGS__))(op, txt, __VA_ARGS__)
#define CQ_PRIV_IN_ARRAY_1(op, txt, a) CQ_PRIV_COUNT_IS(txt, "a column, an array and its length")
#define CQ_PRIV_IN_ARRAY_2(op, txt, a, b) CQ_PRIV_COUNT_IS(txt, "a column, an array and its length")
#define CQ_PRIV_IN_ARRAY_3(op, txt, a, array, length) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) __auto_type cq_array = ((void)0, array); \
		enum { cq_type_ = CQ_PRIV_ARRAY_TYPE(cq_array) }; \
		CQ_PRIV_RULE((CQ_PRIV_A(cq_e) & CQ_PRIV_ERROR) || _Generic(cq_array, cq_ph_error: 1, default: 0) || (CQ_PRIV_A(cq_e) & CQ_PRIV_ARRAY_FAMILY(cq_type_)), txt ": " CQ_SAY_TYPE_MISMATCH) \
		cq_push_value(cq_s, (cq_type)cq_type_, CQ_VALUE_ARRAY, (cq_value){.bytes = {cq_array, (length)}}); cq_push(cq_s, op, 2); \
		CQ_PRIV_CONDITION_OF(CQ_PRIV_SAID(cq_e), CQ_PRIV_C(cq_e)); })

/* AND, OR */
#define CQ_PRIV_LOGIC(op, name, txt, ...) CQ_PRIV_LOGIC_N(op, name, txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_LOGIC_N(op, name, txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_ITEM_NUMBERED, name, __VA_ARGS__) CQ_PRIV_SUM_N(n) \
		CQ_PRIV_RULE(cq_any == 0 || (cq_both & CQ_PRIV_FAMILY_BOOLEAN), txt ": " CQ_SAY_NOT_A_CONDITION) \
		cq_push(cq_s, op, n); CQ_PRIV_CONDITION_OF(CQ_PRIV_SAID_N, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C))) CQ_PRIV_UNFENCE; })

#define CQ_PRIV_NOT(txt, a) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) CQ_PRIV_RULE(CQ_PRIV_A(cq_e) & CQ_PRIV_FAMILY_BOOLEAN, txt ": " CQ_SAY_NOT_A_CONDITION) \
		cq_push(cq_s, CQ_OP_NOT, 1); CQ_PRIV_CONDITION_OF(CQ_PRIV_SAID(cq_e), CQ_PRIV_C(cq_e)); })
#define CQ_PRIV_NULL_TEST(op, txt, a) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) cq_push(cq_s, op, 1); CQ_PRIV_CONDITION_OF(CQ_PRIV_SAID(cq_e), CQ_PRIV_C(cq_e)); })

/* ---- values */
#define CQ_PRIV_VALUE(txt, x) CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_OPERAND(cq_e, x, txt) CQ_PRIV_ELSE_ERROR CQ_PRIV_PASS(cq_e); })
#define CQ_PRIV_NULL_OF(txt, T) CQ_PRIV_IF_TYPE(CQ_PRIV_NULL_OF_TYPE, txt, T, )
#define CQ_PRIV_NULL_OF_TYPE(txt, T, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) cq_push_node(cq_s, CQ_OP_NULL, CQ_PRIV_CODE_##T, 0, 0, (void *)0); \
		CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_A_##T | CQ_PRIV_NULLABLE, 0, 0, 0))0; })

/* ---- arithmetic */
#define CQ_PRIV_IS_REAL(h) ((CQ_PRIV_A(h) & CQ_PRIV_NUMBER) == CQ_PRIV_FAMILY_REAL)
#define CQ_PRIV_IS_DECIMAL(h) ((CQ_PRIV_A(h) & CQ_PRIV_NUMBER) == CQ_PRIV_FAMILY_DECIMAL)
#define CQ_PRIV_WIDEST(l, r) \
	(CQ_PRIV_IS_REAL(l) || CQ_PRIV_IS_REAL(r) ? (cq_u)CQ_PRIV_A_DOUBLE : CQ_PRIV_IS_DECIMAL(l) || CQ_PRIV_IS_DECIMAL(r) ? (cq_u)0x8000000008 : \
	 CQ_PRIV_FAMILY_INTEGER | CQ_PRIV_EXACT_OF(l) | CQ_PRIV_EXACT_OF(r))
#define CQ_PRIV_CARRIED 0x1030000 /* AGGREGATE, BARE, NULLABLE */
#define CQ_PRIV_ARITHMETIC(op, txt, ...) CQ_PRIV_CAT(CQ_PRIV_ARITHMETIC_, CQ_PRIV_COUNT(__VA_ARGS__))(op, txt, __VA_ARGS__)
#define CQ_PRIV_ARITHMETIC_1(op, txt, a) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_ARITHMETIC_3(op, txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "two operands")
#define CQ_PRIV_ARITHMETIC_2(op, txt, a, b) \
	CQ_PRIV_X({ CQ_PRIV_FENCE CQ_PRIV_INSIDE(txt) CQ_PRIV_OPERAND(cq_l, a, txt) CQ_PRIV_OPERAND(cq_r, b, txt) \
		CQ_PRIV_RULE((CQ_PRIV_A(cq_l) & CQ_PRIV_NUMBER) && (CQ_PRIV_A(cq_r) & CQ_PRIV_NUMBER), txt ": " CQ_SAY_NOT_NUMERIC) CQ_PRIV_MODULO_LACKS(op, txt) \
		cq_push(cq_s, op, 2); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(((CQ_PRIV_A(cq_l) | CQ_PRIV_A(cq_r)) & CQ_PRIV_CARRIED) | CQ_PRIV_WIDEST(cq_l, cq_r), CQ_PRIV_B(cq_l) | CQ_PRIV_B(cq_r), \
			CQ_PRIV_C(cq_l) | CQ_PRIV_C(cq_r), CQ_PRIV_D(cq_l) | CQ_PRIV_D(cq_r)))0 CQ_PRIV_UNFENCE; })
#define CQ_PRIV_NEG(txt, a) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) CQ_PRIV_RULE(CQ_PRIV_A(cq_e) & CQ_PRIV_NUMBER, txt ": " CQ_SAY_NOT_NUMERIC) \
		cq_push(cq_s, CQ_OP_NEG, 1); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM((CQ_PRIV_A(cq_e) & (CQ_PRIV_CARRIED | CQ_PRIV_EXACT)) | (CQ_PRIV_A(cq_e) & CQ_PRIV_NUMBER ? CQ_PRIV_A(cq_e) & CQ_PRIV_NUMBER : CQ_PRIV_ERROR_A), CQ_PRIV_B(cq_e), CQ_PRIV_C(cq_e), CQ_PRIV_D(cq_e)))0; })

/* ---- texts */
#define CQ_PRIV_TEXT_TO(op, txt, a, needs, out) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) CQ_PRIV_RULE(CQ_PRIV_A(cq_e) & (needs), txt ": " CQ_SAY_NOT_TEXT) \
		cq_push(cq_s, op, 1); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_A(cq_e) & (needs) ? (CQ_PRIV_A(cq_e) & CQ_PRIV_CARRIED) | (out) : (cq_u)CQ_PRIV_ERROR_A, CQ_PRIV_B(cq_e), CQ_PRIV_C(cq_e), CQ_PRIV_D(cq_e)))0; })
#define CQ_PRIV_LOWER(op, txt, a) CQ_PRIV_TEXT_TO(op, txt, a, CQ_PRIV_FAMILY_TEXT, CQ_PRIV_A_TEXT)
#define CQ_PRIV_LENGTH_OF(txt, a) CQ_PRIV_TEXT_TO(CQ_OP_LENGTH, txt, a, CQ_PRIV_FAMILY_TEXT | CQ_PRIV_FAMILY_BYTES, CQ_PRIV_A_INTEGER)
#define CQ_PRIV_CONCAT(txt, ...) CQ_PRIV_CONCAT_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_CONCAT_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(cq_any == 0 || (cq_both & CQ_PRIV_FAMILY_TEXT), txt ": " CQ_SAY_NOT_TEXT) cq_push(cq_s, CQ_OP_CONCAT, n); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM((cq_any & CQ_PRIV_CARRIED) | CQ_PRIV_A_TEXT, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_D))))0 \
		CQ_PRIV_UNFENCE; })

/* COALESCE: NULL only if all are. */
#define CQ_PRIV_COALESCE(txt, ...) CQ_PRIV_COALESCE_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_COALESCE_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(n > 1, txt ": takes at least two operands") \
		CQ_PRIV_RULE(cq_any == 0 || (cq_both & CQ_PRIV_FAMILIES), txt ": " CQ_SAY_TYPE_MISMATCH) cq_push(cq_s, CQ_OP_COALESCE, n); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM((cq_both & CQ_PRIV_FAMILIES ? 0 : CQ_PRIV_ERROR_A) | CQ_PRIV_SAID_N | cq_both | (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_EXACT)), \
			(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), (~(cq_u)0 CQ_PRIV_OVER(n, CQ_PRIV_AND_D))))0 \
		CQ_PRIV_UNFENCE; })

/* ---- aggregates */
#define CQ_PRIV_AGGREGATE_OF(op, txt, a, needs, say, out) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) CQ_PRIV_HANDLE(cq_e, a, txt) \
		CQ_PRIV_RULE(!(CQ_PRIV_A(cq_e) & CQ_PRIV_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_OF_AGGREGATE) \
		CQ_PRIV_RULE((CQ_PRIV_A(cq_e) & CQ_PRIV_AGGREGATE) || (CQ_PRIV_A(cq_e) & (needs)), txt ": " say) \
		cq_push(cq_s, op, 1); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_A(cq_e) & CQ_PRIV_AGGREGATE || !(CQ_PRIV_A(cq_e) & (needs)) ? (cq_u)CQ_PRIV_ERROR_A : (cq_u)((out) | CQ_PRIV_AGGREGATE | CQ_PRIV_FUNCTION), 0, CQ_PRIV_C(cq_e), 0))0; })
#define CQ_PRIV_COUNT_OF(op, txt, a) CQ_PRIV_AGGREGATE_OF(op, txt, a, 0x3fff, CQ_SAY_NOT_AN_EXPRESSION, CQ_PRIV_A_BIGINT)
#define CQ_PRIV_COUNT_ROWS_OF(txt) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) cq_push(cq_s, CQ_OP_COUNT_ROWS, 0); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_A_BIGINT | CQ_PRIV_AGGREGATE | CQ_PRIV_FUNCTION, 0, 0, 0))0; })
#define CQ_PRIV_SUM(txt, a) \
	CQ_PRIV_AGGREGATE_OF(CQ_OP_SUM, txt, a, CQ_PRIV_NUMBER, CQ_SAY_NOT_NUMERIC, \
		CQ_PRIV_NULLABLE | (CQ_PRIV_IS_REAL(cq_e) ? (cq_u)CQ_PRIV_A_DOUBLE : CQ_PRIV_IS_DECIMAL(cq_e) ? (cq_u)0x8000000008 : (cq_u)CQ_PRIV_A_BIGINT))
#define CQ_PRIV_AVG(txt, a) CQ_PRIV_AGGREGATE_OF(CQ_OP_AVG, txt, a, CQ_PRIV_NUMBER, CQ_SAY_NOT_NUMERIC, CQ_PRIV_NULLABLE | CQ_PRIV_A_DOUBLE)
#define CQ_PRIV_LEAST(op, txt, a) \
	CQ_PRIV_AGGREGATE_OF(op, txt, a, 0x7de, CQ_SAY_MIN_MAX_TYPE, CQ_PRIV_NULLABLE | (CQ_PRIV_A(cq_e) & (CQ_PRIV_FAMILIES | CQ_PRIV_EXACT)))

/* ---- labels */
#define CQ_PRIV_AS(txt, a, label) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) cq_push_ref(cq_s, CQ_OP_AS, 1, label); CQ_PRIV_ELSE_ERROR CQ_PRIV_PASS(cq_e); })
#define CQ_PRIV_LABEL(txt, label) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) cq_push_ref(cq_s, CQ_OP_LABEL, 0, label); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(0x3fff, 0, 0, 0))0; })

/* ---- orderings: no SQL type, no column identity */
#define CQ_PRIV_ORDERING(op, txt, a) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) \
		CQ_PRIV_RULE(CQ_PRIV_A(cq_e) & 0x3fff, txt ": " CQ_SAY_NOT_AN_EXPRESSION) cq_push(cq_s, op, 1); \
		CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_SAID(cq_e) | CQ_PRIV_FAMILY_ORDERING, 0, CQ_PRIV_C(cq_e), 0))0; })

/* ---- optional and chosen parts */
#define CQ_PRIV_WHEN_WRITER(e) \
	_Generic((e), CQ_PRIV_ANY: cq_put_handle, cq_condition: cq_put_condition, char *: cq_put_wrong, const char *: cq_put_wrong, void *: cq_put_mixed, \
		int: cq_put_int_where_an_expression_stands, default: __builtin_choose_expr(__builtin_classify_type(e) == 5, cq_put_clause, cq_put_wrong))
/* The condition of C that a part depends on. A column or a condition on rows is a pointer too, but never a choice. */
extern cq_ph_error cq_if;
#define CQ_PRIV_IF(txt, condition) \
	__auto_type cq_if = ((void)0, condition); \
	CQ_PRIV_RULE(!CQ_PRIV_NO_CHOICE, txt ": " CQ_SAY_C_CONDITION)
#define CQ_PRIV_NO_CHOICE _Generic(cq_if, cq_ph_error: 0, default: _Generic(cq_if, CQ_PRIV_ANY: 1, default: 0))
#define CQ_PRIV_WHEN(txt, condition, x) \
	CQ_PRIV_X({ __label__ cq_off; CQ_PRIV_IF(txt, condition) if (!cq_if) { cq_push(cq_s, CQ_OP_ABSENT, 0); goto cq_off; } \
		CQ_PRIV_TAKE(cq_v, x, CQ_PRIV_WHEN_WRITER) CQ_PRIV_RULE(CQ_PRIV_NO_CHOICE || !(_Generic(cq_v_w, cq_ph_wrong: 1, default: 0)), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		cq_off: (void)0; CQ_PRIV_ELSE_ERROR CQ_PRIV_PASS(cq_v); })
extern cq_ph_error cq_v_o, cq_v_w;
#define CQ_PRIV_EITHER(txt, condition, a, b) \
	CQ_PRIV_X({ CQ_PRIV_FENCE __label__ cq_other, cq_end; CQ_PRIV_INSIDE(txt) CQ_PRIV_IF(txt, condition) if (!cq_if) goto cq_other; \
		CQ_PRIV_HANDLE(cq_l, a, txt) goto cq_end; cq_other:; CQ_PRIV_HANDLE(cq_r, b, txt) cq_end: (void)0; \
		CQ_PRIV_RULE(CQ_PRIV_FITS(cq_l, cq_r), txt ": " CQ_SAY_TYPE_MISMATCH) CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(((CQ_PRIV_A(cq_l) | CQ_PRIV_A(cq_r)) & (CQ_PRIV_CARRIED | CQ_PRIV_EXACT)) | (CQ_PRIV_FITS(cq_l, cq_r) ? CQ_PRIV_A(cq_l) & CQ_PRIV_A(cq_r) & CQ_PRIV_FAMILIES : CQ_PRIV_ERROR_A), \
			CQ_PRIV_B(cq_l) | CQ_PRIV_B(cq_r), CQ_PRIV_C(cq_l) | CQ_PRIV_C(cq_r), CQ_PRIV_D(cq_l) | CQ_PRIV_D(cq_r)))0 CQ_PRIV_UNFENCE; })

/* ANY_OF, ALL_OF: a backward goto is a loop that mentions its body once and lets its type be seen outside. */
#define CQ_PRIV_LOOP(op, txt, i, n, x) \
	CQ_PRIV_X({ __label__ cq_again, cq_done; CQ_PRIV_INSIDE(txt) const size_t cq_n = (n); size_t i = 0; (void)i; if (!cq_n) goto cq_done; \
		cq_again:; CQ_PRIV_HANDLE(cq_e, x, txt) if (++i < cq_n) goto cq_again; cq_done: cq_push(cq_s, op, (uint32_t)cq_n); \
		CQ_PRIV_RULE(CQ_PRIV_A(cq_e) & CQ_PRIV_FAMILY_BOOLEAN, txt ": " CQ_SAY_NOT_A_CONDITION) CQ_PRIV_CONDITION_OF(CQ_PRIV_SAID(cq_e), CQ_PRIV_C(cq_e)); })
#define CQ_PRIV_LOOP_VALUES(op, txt, n, conditions) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) cq_push_conditions(cq_s, op, (n), (conditions)); CQ_PRIV_ELSE_ERROR (cq_ph_condition)0; })

/* CONDITION: nodes of its own. */
#define CQ_PRIV_CONDITION(txt, x) \
	CQ_PRIV_X({ cq_statement cq_store; cq_statement_init(&cq_store, (cq_site *)0); cq_statement *const cq_s = &cq_store; CQ_PRIV_HANDLE(cq_e, x, txt) \
		CQ_PRIV_RULE(CQ_PRIV_COUNT x == 1, txt ": takes one condition; AND of several is one") \
		CQ_PRIV_RULE(CQ_PRIV_A(cq_e) & CQ_PRIV_FAMILY_BOOLEAN, txt ": " CQ_SAY_NOT_A_CONDITION) \
		cq_condition cq_made; cq_condition_from(&cq_made, cq_s); cq_statement_release(&cq_store); cq_made; })

/* RAW(type, "text", operands…): the text is a literal; each ? in it is an operand. */
#define CQ_PRIV_RAW(txt, ...) CQ_PRIV_RAW_(CQ_PRIV_COUNT(__VA_ARGS__), txt, __VA_ARGS__, 0)
#define CQ_PRIV_RAW_(n, txt, T, text, ...) CQ_PRIV_IF_TYPE(CQ_PRIV_CAT(CQ_PRIV_RAW_, n), txt, T, text, __VA_ARGS__)
#define CQ_PRIV_NO_NUL(txt, text) CQ_PRIV_RULE(__builtin_choose_expr(__builtin_constant_p(text), sizeof(text) - 1 == __builtin_strlen(text), 1), txt ": " CQ_SAY_RAW_NUL)
#define CQ_PRIV_RAW_OF(txt, T, text, n, writes, a, b, c, d) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_NO_NUL(txt, text) writes \
		cq_push_node(cq_s, CQ_OP_RAW, CQ_PRIV_CODE_##T, ((CQ_PRIV_A_##T) & CQ_PRIV_NULLABLE) ? CQ_RAW_NULLABLE : 0, n, "" text ""); \
		CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM((CQ_PRIV_A_##T) | (a), b, c, d))0; })
#define CQ_PRIV_RAW_1(txt, T, ...) CQ_PRIV_COUNT_IS(txt, "a type, a text and an operand for each ? in it")
#define CQ_PRIV_RAW_2(txt, T, text, ...) CQ_PRIV_RAW_OF(txt, T, text, 0, , 0, 0, 0, 0)
#define CQ_PRIV_RAW_N(txt, T, text, n, ...) \
	CQ_PRIV_RAW_OF(txt, T, text, n, CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__), CQ_PRIV_SAID_N, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), \
		(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_D)))
#define CQ_PRIV_RAW_3(txt, T, text, a, ...) CQ_PRIV_RAW_N(txt, T, text, 1, a)
#define CQ_PRIV_RAW_4(txt, T, text, a, b, ...) CQ_PRIV_RAW_N(txt, T, text, 2, a, b)
#define CQ_PRIV_RAW_5(txt, T, text, a, b, c, ...) CQ_PRIV_RAW_N(txt, T, text, 3, a, b, c)
#define CQ_PRIV_RAW_6(txt, T, text, a, b, c, d, ...) CQ_PRIV_RAW_N(txt, T, text, 4, a, b, c, d)
#define CQ_PRIV_RAW_7(txt, T, text, a, b, c, d, e, ...) CQ_PRIV_RAW_N(txt, T, text, 5, a, b, c, d, e)
#define CQ_PRIV_RAW_8(txt, T, text, a, b, c, d, e, f, ...) CQ_PRIV_RAW_N(txt, T, text, 6, a, b, c, d, e, f)

#endif

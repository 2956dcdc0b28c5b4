/* cquel/priv/function.h: the functions of texts, numbers and moments, and FUNC for any other that a database has.
 *
 * It knows nothing of what a database computes. The words of cquel/expr.h expand into it.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_FUNCTION_H
#define CQUEL_PRIV_FUNCTION_H

#include <cquel/priv/choice.h>

/* A function of n operands: the rules, each  RULE(condition, text)  of cq_i1 ..., cq_any and cq_both; what is written; and
 * what it yields beside what its operands say: families and exact types, or those of an error. */
#define CQ_PRIV_FUNCTION_N(txt, n, rules, write, fits, out, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__) rules write CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(!CQ_PRIV_HAS_ERROR && (fits) ? (cq_any & CQ_PRIV_CARRIED) | (out) : CQ_PRIV_ERROR_A, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), \
			(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_D))))0 CQ_PRIV_UNFENCE; })
/* An operand of one of these families, and whether one is. cq_any is 0 where an operand has an error. */
#define CQ_PRIV_IS_OF(i, families) (CQ_PRIV_A(cq_i##i) & ((families) | CQ_PRIV_WRONG))
#define CQ_PRIV_NEEDS(condition, txt, say) CQ_PRIV_RULE(cq_any == 0 || (condition), txt ": " say)

/* ---- texts */
#define CQ_PRIV_SUBSTR(txt, ...) CQ_PRIV_CAT(CQ_PRIV_SUBSTR_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_SUBSTR_1(txt, a) CQ_PRIV_COUNT_IS(txt, "a text, a first character and perhaps a number of them")
#define CQ_PRIV_SUBSTR_4(txt, a, b, c, d) CQ_PRIV_SUBSTR_1(txt, a)
#define CQ_PRIV_SUBSTR_2(txt, ...) CQ_PRIV_SUBSTR_N(txt, 2, CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTEGER), __VA_ARGS__)
#define CQ_PRIV_SUBSTR_3(txt, ...) CQ_PRIV_SUBSTR_N(txt, 3, CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTEGER) && CQ_PRIV_IS_OF(3, CQ_PRIV_FAMILY_INTEGER), __VA_ARGS__)
#define CQ_PRIV_SUBSTR_N(txt, n, whole, ...) \
	CQ_PRIV_FUNCTION_N(txt, n, CQ_PRIV_NEEDS(CQ_PRIV_IS_OF(1, CQ_PRIV_FAMILY_TEXT), txt, CQ_SAY_NOT_TEXT) CQ_PRIV_NEEDS(!CQ_PRIV_IS_OF(1, CQ_PRIV_FAMILY_TEXT) || (whole), txt, CQ_SAY_NOT_NUMERIC), \
		cq_push(cq_s, CQ_OP_SUBSTR, n);, CQ_PRIV_IS_OF(1, CQ_PRIV_FAMILY_TEXT), CQ_PRIV_A_TEXT, __VA_ARGS__)
#define CQ_PRIV_ALL_TEXTS(op, txt, n, out, ...) \
	CQ_PRIV_FUNCTION_N(txt, n, CQ_PRIV_NEEDS(cq_both & CQ_PRIV_FAMILY_TEXT, txt, CQ_SAY_NOT_TEXT), cq_push(cq_s, op, n);, cq_both & CQ_PRIV_FAMILY_TEXT, out, __VA_ARGS__)
#define CQ_PRIV_REPLACE(txt, ...) CQ_PRIV_CAT(CQ_PRIV_REPLACE_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_REPLACE_1(txt, a) CQ_PRIV_COUNT_IS(txt, "three texts")
#define CQ_PRIV_REPLACE_2(txt, a, b) CQ_PRIV_COUNT_IS(txt, "three texts")
#define CQ_PRIV_REPLACE_3(txt, ...) CQ_PRIV_ALL_TEXTS(CQ_OP_REPLACE, txt, 3, CQ_PRIV_A_TEXT, __VA_ARGS__)
#define CQ_PRIV_REPLACE_4(txt, a, b, c, d) CQ_PRIV_COUNT_IS(txt, "three texts")
#define CQ_PRIV_POSITION(txt, ...) CQ_PRIV_CAT(CQ_PRIV_POSITION_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_POSITION_1(txt, a) CQ_PRIV_COUNT_IS(txt, "two texts")
#define CQ_PRIV_POSITION_2(txt, ...) CQ_PRIV_ALL_TEXTS(CQ_OP_POSITION, txt, 2, CQ_PRIV_A_INTEGER, __VA_ARGS__)
#define CQ_PRIV_POSITION_3(txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "two texts")

/* ---- numbers: ABS, FLOOR, CEIL and ROUND keep the type of their first operand */
#define CQ_PRIV_NUMBER_OF(op, txt, a) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HANDLE(cq_e, a, txt) CQ_PRIV_RULE(CQ_PRIV_A(cq_e) & CQ_PRIV_NUMBER, txt ": " CQ_SAY_NOT_NUMERIC) \
		cq_push(cq_s, op, 1); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(CQ_PRIV_A(cq_e) & CQ_PRIV_NUMBER && !(CQ_PRIV_A(cq_e) & (CQ_PRIV_ERROR | CQ_PRIV_WRONG)) ? CQ_PRIV_A(cq_e) & (CQ_PRIV_CARRIED | CQ_PRIV_NUMBER | CQ_PRIV_EXACT) : CQ_PRIV_ERROR_A, CQ_PRIV_B(cq_e), CQ_PRIV_C(cq_e), CQ_PRIV_D(cq_e)))0; })
#define CQ_PRIV_ROUND(txt, ...) CQ_PRIV_CAT(CQ_PRIV_ROUND_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_ROUND_1(txt, a) CQ_PRIV_NUMBER_OF(CQ_OP_ROUND, txt, a)
#define CQ_PRIV_ROUND_2(txt, ...) \
	CQ_PRIV_FUNCTION_N(txt, 2, CQ_PRIV_NEEDS(CQ_PRIV_IS_OF(1, CQ_PRIV_NUMBER) && CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTEGER), txt, CQ_SAY_NOT_NUMERIC), cq_push(cq_s, CQ_OP_ROUND, 2);, \
		CQ_PRIV_IS_OF(1, CQ_PRIV_NUMBER), CQ_PRIV_A(cq_i1) & (CQ_PRIV_NUMBER | CQ_PRIV_EXACT), __VA_ARGS__)
#define CQ_PRIV_ROUND_3(txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "a number and perhaps a number of digits")
#define CQ_PRIV_POWER(txt, ...) CQ_PRIV_CAT(CQ_PRIV_POWER_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_POWER_1(txt, a) CQ_PRIV_COUNT_IS(txt, "two numbers")
#define CQ_PRIV_POWER_2(txt, ...) \
	CQ_PRIV_FUNCTION_N(txt, 2, CQ_PRIV_NEEDS(CQ_PRIV_IS_OF(1, CQ_PRIV_NUMBER) && CQ_PRIV_IS_OF(2, CQ_PRIV_NUMBER), txt, CQ_SAY_NOT_NUMERIC), cq_push(cq_s, CQ_OP_POWER, 2);, \
		1, CQ_PRIV_A_DOUBLE, __VA_ARGS__)
#define CQ_PRIV_POWER_3(txt, a, b, c) CQ_PRIV_COUNT_IS(txt, "two numbers")

/* ---- moments. The units stand in no macro of their own: an unknown one is an undeclared CQ_UNIT_... */
#define CQ_PRIV_MOMENT 0x140
#define CQ_PRIV_NOW_OF(txt, type) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) cq_push_node(cq_s, CQ_OP_NOW, CQ_TYPE_##type, 0, 0, (void *)0); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_A_##type, 0, 0, 0))0; })
/* A DATE has no unit below DAY. */
#define CQ_PRIV_HAS_UNIT(i, last) \
	(cq_unit_ <= (last) && (cq_unit_ >= CQ_UNIT_DAY || (CQ_PRIV_A(cq_i##i) & CQ_PRIV_MOMENT) != CQ_PRIV_FAMILY_DATE))
/* The unit is an enumerator, so that an unknown one is one error; clang makes it 0 then, which every TIMESTAMP has. */
#define CQ_PRIV_OF_UNIT(op, txt, n, unit, last, moments, more, write, out, ...) \
	CQ_PRIV_FUNCTION_N(txt, n, enum { cq_unit_ = CQ_UNIT_##unit }; CQ_PRIV_NEEDS(moments, txt, CQ_SAY_NOT_A_DATE) \
		CQ_PRIV_NEEDS(!(moments) || (CQ_PRIV_HAS_UNIT(1, last)), txt, CQ_SAY_DATE_UNIT) more, cq_push_node(cq_s, op, CQ_TYPE_NONE, cq_unit_, n, (void *)0);, moments, out, __VA_ARGS__)
#define CQ_PRIV_IS_MOMENT CQ_PRIV_IS_OF(1, CQ_PRIV_MOMENT)
#define CQ_PRIV_SAME_MOMENT CQ_PRIV_A(cq_i1) & (CQ_PRIV_MOMENT | CQ_PRIV_EXACT)
#define CQ_PRIV_DATE_TRUNC(txt, ...) CQ_PRIV_CAT(CQ_PRIV_DATE_TRUNC_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_DATE_TRUNC_1(txt, a) CQ_PRIV_COUNT_IS(txt, "a unit and a DATE or TIMESTAMP")
#define CQ_PRIV_DATE_TRUNC_2(txt, unit, a) CQ_PRIV_OF_UNIT(CQ_OP_DATE_TRUNC, txt, 1, unit, CQ_UNIT_YEAR, CQ_PRIV_IS_MOMENT, , , CQ_PRIV_SAME_MOMENT, a)
#define CQ_PRIV_DATE_TRUNC_3(txt, a, b, c) CQ_PRIV_DATE_TRUNC_1(txt, a)
#define CQ_PRIV_EXTRACT(txt, ...) CQ_PRIV_CAT(CQ_PRIV_EXTRACT_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_EXTRACT_1(txt, a) CQ_PRIV_COUNT_IS(txt, "a unit and a DATE or TIMESTAMP")
#define CQ_PRIV_EXTRACT_2(txt, unit, a) \
	CQ_PRIV_OF_UNIT(CQ_OP_EXTRACT, txt, 1, unit, CQ_UNIT_EPOCH, CQ_PRIV_IS_MOMENT, , , (cq_unit_ == CQ_UNIT_EPOCH ? CQ_PRIV_A_BIGINT : CQ_PRIV_A_INTEGER), a)
#define CQ_PRIV_EXTRACT_3(txt, a, b, c) CQ_PRIV_EXTRACT_1(txt, a)
/* DATE_ADD(unit, moment, number), or DATE_ADD(moment, interval). */
#define CQ_PRIV_DATE_ADD(txt, ...) CQ_PRIV_CAT(CQ_PRIV_DATE_ADD_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_DATE_ADD_1(txt, a) CQ_PRIV_COUNT_IS(txt, "a unit, a DATE or TIMESTAMP and a number, or a DATE or TIMESTAMP and an INTERVAL")
#define CQ_PRIV_DATE_ADD_2(txt, a, b) \
	CQ_PRIV_FUNCTION_N(txt, 2, CQ_PRIV_ONLY_POSTGRESQL(txt) CQ_PRIV_NEEDS(CQ_PRIV_IS_MOMENT, txt, CQ_SAY_NOT_A_DATE) \
		CQ_PRIV_NEEDS(!CQ_PRIV_IS_MOMENT || CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTERVAL), txt, CQ_SAY_TYPE_MISMATCH), cq_push(cq_s, CQ_OP_INTERVAL_ADD, 2);, CQ_PRIV_IS_MOMENT, CQ_PRIV_SAME_MOMENT, a, b)
#define CQ_PRIV_DATE_ADD_3(txt, unit, a, b) \
	CQ_PRIV_OF_UNIT(CQ_OP_DATE_ADD, txt, 2, unit, CQ_UNIT_YEAR, CQ_PRIV_IS_MOMENT, \
		CQ_PRIV_NEEDS(!CQ_PRIV_IS_MOMENT || !CQ_PRIV_HAS_UNIT(1, CQ_UNIT_YEAR) || CQ_PRIV_IS_OF(2, CQ_PRIV_FAMILY_INTEGER), txt, CQ_SAY_NOT_NUMERIC), , CQ_PRIV_SAME_MOMENT, a, b)
#define CQ_PRIV_DATE_ADD_4(txt, a, b, c, d) CQ_PRIV_DATE_ADD_1(txt, a)
#define CQ_PRIV_DATE_DIFF(txt, ...) CQ_PRIV_CAT(CQ_PRIV_DATE_DIFF_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_DATE_DIFF_1(txt, a) CQ_PRIV_COUNT_IS(txt, "a unit and two of DATE or TIMESTAMP")
#define CQ_PRIV_DATE_DIFF_2(txt, a, b) CQ_PRIV_DATE_DIFF_1(txt, a)
#define CQ_PRIV_DATE_DIFF_3(txt, unit, a, b) \
	CQ_PRIV_OF_UNIT(CQ_OP_DATE_DIFF, txt, 2, unit, CQ_UNIT_WEEK, CQ_PRIV_IS_MOMENT && CQ_PRIV_IS_OF(2, CQ_PRIV_MOMENT), \
		CQ_PRIV_NEEDS(!CQ_PRIV_IS_MOMENT || !CQ_PRIV_IS_OF(2, CQ_PRIV_MOMENT) || !CQ_PRIV_HAS_UNIT(1, CQ_UNIT_WEEK) || (cq_both & CQ_PRIV_MOMENT), txt, CQ_SAY_TYPE_MISMATCH), , CQ_PRIV_A_BIGINT, a, b)
#define CQ_PRIV_DATE_DIFF_4(txt, a, b, c, d) CQ_PRIV_DATE_DIFF_1(txt, a)

/* ---- FUNC(TYPE, "name", arguments ...): the name is a literal; what is an identifier is looked at when it is first compiled */
#define CQ_PRIV_FUNC(txt, ...) CQ_PRIV_FUNC_(CQ_PRIV_COUNT(__VA_ARGS__), txt, __VA_ARGS__, 0, 0)
#define CQ_PRIV_FUNC_(n, txt, T, name, ...) CQ_PRIV_IF_TYPE(CQ_PRIV_CAT(CQ_PRIV_FUNC_, n), txt, T, name, __VA_ARGS__)
#define CQ_PRIV_FUNC_WRITE(txt, T, name, n) \
	CQ_PRIV_NO_NUL(txt, name) cq_push_node(cq_s, CQ_OP_FUNC, CQ_PRIV_CODE_##T, ((CQ_PRIV_A_##T) & CQ_PRIV_NULLABLE) ? CQ_RAW_NULLABLE : 0, n, "" name "");
#define CQ_PRIV_FUNC_A(T) ((CQ_PRIV_A_##T) & (CQ_PRIV_FAMILIES | CQ_PRIV_EXACT | CQ_PRIV_NULLABLE))
#define CQ_PRIV_FUNC_1(txt, T, ...) CQ_PRIV_COUNT_IS(txt, "a type, the function's name and up to eight arguments")
#define CQ_PRIV_FUNC_2(txt, T, name, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_FUNC_WRITE(txt, T, name, 0) CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_FUNC_A(T), 0, 0, 0))0; })
#define CQ_PRIV_FUNC_N(txt, T, name, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__) CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		CQ_PRIV_FUNC_WRITE(txt, T, name, n) CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(CQ_PRIV_HAS_ERROR ? CQ_PRIV_ERROR_A : CQ_PRIV_SAID_N | CQ_PRIV_FUNC_A(T), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_D))))0 CQ_PRIV_UNFENCE; })
#define CQ_PRIV_FUNC_3(txt, T, name, a, ...) CQ_PRIV_FUNC_N(txt, T, name, 1, a)
#define CQ_PRIV_FUNC_4(txt, T, name, a, b, ...) CQ_PRIV_FUNC_N(txt, T, name, 2, a, b)
#define CQ_PRIV_FUNC_5(txt, T, name, a, b, c, ...) CQ_PRIV_FUNC_N(txt, T, name, 3, a, b, c)
#define CQ_PRIV_FUNC_6(txt, T, name, a, b, c, d, ...) CQ_PRIV_FUNC_N(txt, T, name, 4, a, b, c, d)
#define CQ_PRIV_FUNC_7(txt, T, name, a, b, c, d, e, ...) CQ_PRIV_FUNC_N(txt, T, name, 5, a, b, c, d, e)
#define CQ_PRIV_FUNC_8(txt, T, name, a, b, c, d, e, f, ...) CQ_PRIV_FUNC_N(txt, T, name, 6, a, b, c, d, e, f)
#define CQ_PRIV_FUNC_9(txt, T, name, a, b, c, d, e, f, g, ...) CQ_PRIV_FUNC_N(txt, T, name, 7, a, b, c, d, e, f, g)
#define CQ_PRIV_FUNC_10(txt, T, name, a, b, c, d, e, f, g, h, ...) CQ_PRIV_FUNC_N(txt, T, name, 8, a, b, c, d, e, f, g, h)

#endif

/* cquel/priv/json.h: JSON: members and elements of a value, and values made of others. The aggregate JSON_AGG stands in
 * cquel/priv/window.h with its like.
 *
 * It knows nothing of what a database does with them. The words of cquel/expr.h expand into it.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_JSON_H
#define CQUEL_PRIV_JSON_H

#include <cquel/priv/function.h>

/* ---- JSON_GET, JSON_TEXT: a path of keys (texts) and indexes (whole numbers) */
#define CQ_PRIV_IS_STEP(i, j) && CQ_PRIV_IS_OF(j, CQ_PRIV_FAMILY_TEXT | CQ_PRIV_FAMILY_INTEGER)
#define CQ_PRIV_JSON_PATH(op, out, txt, ...) CQ_PRIV_JSON_PATH_N(op, out, txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_JSON_PATH_N(op, out, txt, n, ...) \
	CQ_PRIV_FUNCTION_N(txt, n, CQ_PRIV_RULE(n > 1, txt ": takes a JSON and at least one key or index") \
		CQ_PRIV_NEEDS(CQ_PRIV_IS_OF(1, CQ_PRIV_FAMILY_JSON), txt, CQ_SAY_NOT_JSON) \
		CQ_PRIV_NEEDS(!CQ_PRIV_IS_OF(1, CQ_PRIV_FAMILY_JSON) || (1 CQ_PRIV_CAT(CQ_PRIV_NEXT_, n)(CQ_PRIV_IS_STEP)), txt, CQ_SAY_JSON_KEY), \
		cq_push(cq_s, op, n);, 1, (out) | CQ_PRIV_NULLABLE, __VA_ARGS__)
#define CQ_PRIV_JSON_LENGTH(txt, a) \
	CQ_PRIV_FUNCTION_N(txt, 1, CQ_PRIV_NEEDS(CQ_PRIV_IS_OF(1, CQ_PRIV_FAMILY_JSON), txt, CQ_SAY_NOT_JSON), cq_push(cq_s, CQ_OP_JSON_LENGTH, 1);, 1, CQ_PRIV_A_INTEGER | CQ_PRIV_NULLABLE, a)

/* ---- JSON_OBJECT, JSON_ARRAY: never NULL, whatever stands in them */
#define CQ_PRIV_JSON_MADE(op, txt, rules, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_ITEMS(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_OPERANDS(n, txt, __VA_ARGS__) CQ_PRIV_RULE(CQ_PRIV_ARE_EXPRESSIONS(cq_any), txt ": " CQ_SAY_NOT_AN_EXPRESSION) rules \
		cq_push(cq_s, op, n); CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM(CQ_PRIV_HAS_ERROR ? CQ_PRIV_ERROR_A : CQ_PRIV_SAID_N | CQ_PRIV_A_JSON, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)), (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), 0))0 CQ_PRIV_UNFENCE; })
#define CQ_PRIV_JSON_EMPTY(op, txt) CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) cq_push(cq_s, op, 0); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_A_JSON, 0, 0, 0))0; })
#define CQ_PRIV_JSON_ARRAY(txt, ...) CQ_PRIV_CAT(CQ_PRIV_JSON_ARRAY_, CQ_PRIV_IS_EMPTY(__VA_ARGS__))(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_JSON_ARRAY_1(txt, n, ...) CQ_PRIV_JSON_EMPTY(CQ_OP_JSON_ARRAY, txt)
#define CQ_PRIV_JSON_ARRAY_0(txt, n, ...) CQ_PRIV_JSON_MADE(CQ_OP_JSON_ARRAY, txt, , n, __VA_ARGS__)
#define CQ_PRIV_JSON_OBJECT(txt, ...) CQ_PRIV_CAT(CQ_PRIV_JSON_OBJECT_, CQ_PRIV_IS_EMPTY(__VA_ARGS__))(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_JSON_OBJECT_1(txt, n, ...) CQ_PRIV_JSON_EMPTY(CQ_OP_JSON_OBJECT, txt)
#define CQ_PRIV_IS_MEMBER(i) && ((i) % 2 == 0 || CQ_PRIV_IS_OF(i, CQ_PRIV_FAMILY_TEXT))
#define CQ_PRIV_JSON_OBJECT_0(txt, n, ...) \
	CQ_PRIV_JSON_MADE(CQ_OP_JSON_OBJECT, txt, CQ_PRIV_NEEDS(n % 2 == 0, txt, CQ_SAY_JSON_PAIRS) \
		CQ_PRIV_NEEDS(n % 2 != 0 || (1 CQ_PRIV_OVER(n, CQ_PRIV_IS_MEMBER)), txt, CQ_SAY_JSON_KEY), n, __VA_ARGS__)

#endif

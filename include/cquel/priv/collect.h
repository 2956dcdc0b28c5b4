/* cquel/priv/collect.h: COLLECT(R, clauses…): the rows of a query as one value, which a field LIST(R) takes.
 *
 * A row may hold lists whose rows hold lists: COLLECT comes up again in the middle of its own expansion, where a macro is not
 * expanded. So there are three of it, and the word, which is no function-like macro and so is free at once, finds by asking the
 * first one that is not at work: CQ_PRIV_COLLECT_IN_1(PROBE, ) expands into something only then.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_COLLECT_H
#define CQUEL_PRIV_COLLECT_H

#include <cquel/priv/row.h>

#define CQ_PRIV_COLLECT CQ_PRIV_COLLECT_CAT(CQ_PRIV_COLLECT_, CQ_PRIV_COLLECT_LEVEL)
#define CQ_PRIV_COLLECT_CAT_(a, b) a##b
#define CQ_PRIV_COLLECT_CAT(a, b) CQ_PRIV_COLLECT_CAT_(a, b)
#define CQ_PRIV_COLLECT_LEVEL CQ_PRIV_FIRST_FREE(CQ_PRIV_COLLECT_IN_1(PROBE, ), CQ_PRIV_SECOND_FREE(CQ_PRIV_COLLECT_IN_2(PROBE, ), 3, ), )
#define CQ_PRIV_FIRST_FREE_(a, b, ...) b
#define CQ_PRIV_FIRST_FREE(...) CQ_PRIV_FIRST_FREE_(__VA_ARGS__)
#define CQ_PRIV_SECOND_FREE_(a, b, ...) b
#define CQ_PRIV_SECOND_FREE(...) CQ_PRIV_SECOND_FREE_(__VA_ARGS__)

#define CQ_PRIV_COLLECT_1(...) CQ_PRIV_COLLECT_IN_1(BODY, "COLLECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_PRIV_COLLECT_2(...) CQ_PRIV_COLLECT_IN_2(BODY, "COLLECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_PRIV_COLLECT_3(...) CQ_PRIV_COLLECT_IN_3_BODY("COLLECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_PRIV_COLLECT_IN_1(what, ...) CQ_PRIV_COLLECT_IN_1_##what(__VA_ARGS__)
#define CQ_PRIV_COLLECT_IN_2(what, ...) CQ_PRIV_COLLECT_IN_2_##what(__VA_ARGS__)
#define CQ_PRIV_COLLECT_IN_1_PROBE(...) 0, 1,
#define CQ_PRIV_COLLECT_IN_2_PROBE(...) 0, 2,
#define CQ_PRIV_COLLECT_IN_1_BODY(txt, R, ...) CQ_PRIV_COLLECT_OF(txt, CQ_PRIV_COUNT(R, __VA_ARGS__), R, CQ_PRIV_COLLECT_ROW_1(txt, R), __VA_ARGS__)
#define CQ_PRIV_COLLECT_IN_2_BODY(txt, R, ...) CQ_PRIV_COLLECT_OF(txt, CQ_PRIV_COUNT(R, __VA_ARGS__), R, CQ_PRIV_COLLECT_ROW_2(txt, R), __VA_ARGS__)
#define CQ_PRIV_COLLECT_IN_3_BODY(txt, R, ...) CQ_PRIV_COLLECT_OF(txt, CQ_PRIV_COUNT(R, __VA_ARGS__), R, CQ_PRIV_COLLECT_ROW_3(txt, R), __VA_ARGS__)
#define CQ_PRIV_COLLECT_ROW_1(txt, R) CQ_PRIV_ROW_LIST_OF(CQ_OP_SELECT_ROW, CQ_PRIV_K_SELECT, txt, R, CQ_PRIV_ROW_LIST_PARTS(R), R##_FIELDS(CQ_PRIV_FIELD_SELECT))
#define CQ_PRIV_COLLECT_ROW_2(txt, R) CQ_PRIV_ROW_LIST_OF(CQ_OP_SELECT_ROW, CQ_PRIV_K_SELECT, txt, R, CQ_PRIV_ROW_LIST_PARTS(R), R##_FIELDS(CQ_PRIV_FIELD_SELECT))
#define CQ_PRIV_COLLECT_ROW_3(txt, R) CQ_PRIV_ROW_LIST_OF(CQ_OP_SELECT_ROW, CQ_PRIV_K_SELECT, txt, R, CQ_PRIV_ROW_LIST_PARTS(R), R##_FIELDS(CQ_PRIV_FIELD_SELECT))

#define CQ_PRIV_COLLECT_OF(txt, n, R, ...) CQ_PRIV_COLLECT_OF_(txt, n, R, __VA_ARGS__)
#define CQ_PRIV_COLLECT_OF_(txt, n, R, ...) \
	CQ_PRIV_NESTED(txt, n, CQ_PRIV_COLLECT_LACKS(txt) cq_push_ref(cq_s, CQ_OP_COLLECT, 1, &cq_row_##R); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_A_LIST(R) | CQ_PRIV_TAKES_LIST(R), 0, CQ_PRIV_OUTWARD(n), 0))0, __VA_ARGS__)

#endif

/* cquel/priv/clause.h: the clauses. Each writes its operands and one node and yields a clause phantom, which tells SQL(...)
 * what stands there. A clause checks what it can see itself: its operands and the tables before it.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_CLAUSE_H
#define CQUEL_PRIV_CLAUSE_H

#include <cquel/priv/expr.h>

/* Where no table stands before it, the clause is out of order, and that is said instead. */
#define CQ_PRIV_IN_SCOPE(used, own, txt) CQ_PRIV_RULE(!CQ_PRIV_HAS_TABLES || !((used) & ~(CQ_PRIV_SCOPE | (own))), txt ": " CQ_SAY_TABLE_NOT_IN_FROM)
#define CQ_PRIV_ONLY_USES(used, own, txt) CQ_PRIV_RULE(!((used) & ~(cq_u)(own)), txt ": " CQ_SAY_TABLE_NOT_IN_FROM)

/* The clause that begins the statement: the first, or the first behind up to two WITHs. Behind more of them nobody knows here:
 * it is one of these, which says nothing. A statement hides the clauses of the one around it. */
#define CQ_PRIV_CLAUSE_NAME(i) extern cq_ph_none *cq_c##i##_o, *cq_c##i;
CQ_PRIV_TIMES_32(CQ_PRIV_CLAUSE_NAME)
extern cq_ph_none *cq_h;
#define CQ_PRIV_HEADLESS extern cq_ph_none *cq_c2, *cq_c3;
#define CQ_PRIV_HEAD \
	__typeof__(__builtin_choose_expr(sizeof *cq_c1->cq_k & 1, __builtin_choose_expr(sizeof *cq_c2->cq_k & 1, cq_c3, cq_c2), cq_c1)) cq_h = 0; (void)cq_h;

/* ---- lists of items */
#define CQ_PRIV_ITEM_MEMBER(i_) __typeof__(cq_i##i_) cq_i##i_;
#define CQ_PRIV_ITEM_NONE(i_) cq_ph_error cq_i##i_;
#define CQ_PRIV_ITEMS(n) CQ_PRIV_ITEMS_(CQ_PRIV_CAT(CQ_PRIV_AT_MOST_8_, n))
#define CQ_PRIV_ITEMS_(n) struct { CQ_PRIV_CAT(CQ_PRIV_TIMES_, n)(CQ_PRIV_ITEM_MEMBER) CQ_PRIV_CAT(CQ_PRIV_FILL_8_, n)(CQ_PRIV_ITEM_NONE) void *cq_row; }
/* A list's kind says what its items say, in the same bits. */
#define CQ_PRIV_LISTED (CQ_PRIV_AGGREGATE | CQ_PRIV_BARE)

/* ---- SELECT and RETURNING */
#define CQ_PRIV_STARTS_WITH_PAREN(...) 0, 1,
#define CQ_PRIV_IS_EMPTY(...) CQ_PRIV_CAT(CQ_PRIV_IS_EMPTY_OF_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(__VA_ARGS__)
#define CQ_PRIV_IS_EMPTY_OF_1(...) 0
#define CQ_PRIV_IS_EMPTY_OF_0(x) CQ_PRIV_CAT(CQ_PRIV_IS_EMPTY_, CQ_PRIV_SECOND(CQ_PRIV_STARTS_WITH_PAREN x, 0, ))(x)
#define CQ_PRIV_IS_EMPTY_0(x) CQ_PRIV_IS_LIST(x)
#define CQ_PRIV_IS_EMPTY_1(x) 0
#define CQ_PRIV_LIST(op, kind, rule, txt, ...) CQ_PRIV_CAT(CQ_PRIV_LIST_, CQ_PRIV_IS_EMPTY(__VA_ARGS__))(op, kind, rule, txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_LIST_1(op, kind, rule, txt, n, ...) CQ_PRIV_X({ CQ_PRIV_RULE(0, txt ": " CQ_SAY_EMPTY_SELECT) (cq_ph_none *)0; })
#define CQ_PRIV_LIST_0(op, kind, rule, txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) CQ_PRIV_SUM_N(n) \
		CQ_PRIV_RULE(!(cq_any & CQ_PRIV_FAMILY_ORDERING) || (cq_any & (CQ_PRIV_ERROR | CQ_PRIV_WRONG)), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		rule cq_push(cq_s, op, n); CQ_PRIV_ELSE_NONE \
		(CQ_PRIV_CLAUSE(kind, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), 0, 0, 0, 0, n, CQ_PRIV_ITEMS(n)) *)0; })
#define CQ_PRIV_SELECT(txt, ...) CQ_PRIV_LIST(CQ_OP_SELECT, CQ_PRIV_K_SELECT | (cq_any & CQ_PRIV_LISTED), , txt, __VA_ARGS__)
#define CQ_PRIV_RETURNING(txt, ...) \
	CQ_PRIV_LIST(CQ_OP_RETURNING, CQ_PRIV_K_RETURNING, CQ_PRIV_RULE(!(cq_any & CQ_PRIV_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_IN_WHERE), txt, __VA_ARGS__)

/* A whole object: ALL(t) as an item, SELECT_ALL(t) and RETURNING_ALL(t) as the list. */
#define CQ_PRIV_OBJECT_OF(t) CQ_PRIV_PHANTOM(CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_BARE | (CQ_PRIV_A(t) & CQ_PRIV_ERROR ? CQ_PRIV_ERROR_A : 0), (cq_u)1 << 56 | CQ_PRIV_B(t), CQ_PRIV_C(t), CQ_PRIV_D(t))
#define CQ_PRIV_ALL(txt, t) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) __auto_type cq_t = (t).cq_table; cq_push_ref(cq_s, CQ_OP_ALL, 0, cq_t); CQ_PRIV_ELSE_ERROR (CQ_PRIV_OBJECT_OF(cq_t))0; })
#define CQ_PRIV_LIST_ALL(op, kind, txt, cq_source) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) __auto_type cq_t = (cq_source).cq_table; cq_push_ref(cq_s, op, 0, cq_t); CQ_PRIV_ELSE_NONE \
		(CQ_PRIV_CLAUSE(kind | CQ_PRIV_K_BARE | CQ_PRIV_TABLE_ERROR, CQ_PRIV_C(cq_t), 0, 0, 0, 0, 1, \
			struct { __typeof__(CQ_PRIV_OBJECT_OF(cq_t)) cq_i1; cq_ph_error cq_i2 CQ_PRIV_COMMA cq_i3 CQ_PRIV_COMMA cq_i4 CQ_PRIV_COMMA cq_i5 CQ_PRIV_COMMA cq_i6 CQ_PRIV_COMMA cq_i7 CQ_PRIV_COMMA cq_i8; void *cq_row; }) *)0; })
#define CQ_PRIV_COMMA ,
#define CQ_PRIV_SELECT_ALL(txt, t) CQ_PRIV_LIST_ALL(CQ_OP_SELECT_ALL, CQ_PRIV_K_SELECT, txt, t)
#define CQ_PRIV_RETURNING_ALL(txt, t) CQ_PRIV_LIST_ALL(CQ_OP_RETURNING_ALL, CQ_PRIV_K_RETURNING, txt, t)
#define CQ_PRIV_DISTINCT CQ_PRIV_X({ CQ_PRIV_INSIDE("DISTINCT") cq_push(cq_s, CQ_OP_DISTINCT, 0); CQ_PRIV_ELSE_NONE (CQ_PRIV_CLAUSE(CQ_PRIV_K_DISTINCT, 0, CQ_PRIV_P_MERGED, 0, 0, 0, 0, cq_ph_empty) *)0; })

/* ---- tables. A table that is unknown has the error type: its clause provides every table, and nothing more is said. */
#define CQ_PRIV_TABLE_ERROR (CQ_PRIV_A(cq_t) & CQ_PRIV_ERROR && CQ_PRIV_D(cq_t) == 0 ? CQ_PRIV_K_ERROR : 0)
#define CQ_PRIV_PROVIDES (CQ_PRIV_TABLE_ERROR ? CQ_PRIV_EVERY : CQ_PRIV_C(cq_t))
#define CQ_PRIV_TABLE_ID (CQ_PRIV_TABLE_ERROR ? 0 : CQ_PRIV_A(cq_t))

/* ---- conditions */
#define CQ_PRIV_CONDITIONS(n, txt) \
	CQ_PRIV_SUM_N(n) \
	CQ_PRIV_RULE(cq_any == 0 || (cq_both & CQ_PRIV_FAMILY_BOOLEAN), txt ": " CQ_SAY_NOT_A_CONDITION) \
	CQ_PRIV_RULE(!(cq_any & CQ_PRIV_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_IN_WHERE)
#define CQ_PRIV_WHERE(txt, ...) CQ_PRIV_WHERE_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_WHERE_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) CQ_PRIV_CONDITIONS(n, txt) \
		CQ_PRIV_IN_SCOPE((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), 0, txt) cq_push(cq_s, CQ_OP_WHERE, n); CQ_PRIV_SIMPLE(CQ_PRIV_K_WHERE, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C))); })
#define CQ_PRIV_HAVING(txt, ...) CQ_PRIV_HAVING_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_HAVING_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) CQ_PRIV_SUM_N(n) \
		CQ_PRIV_RULE(cq_any == 0 || (cq_both & CQ_PRIV_FAMILY_BOOLEAN), txt ": " CQ_SAY_NOT_A_CONDITION) \
		CQ_PRIV_IN_SCOPE((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), 0, txt) cq_push(cq_s, CQ_OP_HAVING, n); CQ_PRIV_SIMPLE(CQ_PRIV_K_HAVING, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C))); })

/* ---- GROUP_BY. A primary key covers its table; which of a compound one, the second enforcer knows. SELECT stands before it,
 * and each of its items is grouped, inside an aggregate, or of a covered table. */
#define CQ_PRIV_KEY_TABLES(i) | (CQ_PRIV_A(cq_i##i) & CQ_PRIV_KEY ? CQ_PRIV_C(cq_i##i) : 0)
#define CQ_PRIV_GROUP_BY(txt, ...) CQ_PRIV_GROUP_BY_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_GROUP_BY_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) CQ_PRIV_SUM_N(n) \
		CQ_PRIV_RULE(!(cq_any & CQ_PRIV_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_IN_WHERE) \
		CQ_PRIV_RULE(!(cq_any & (CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_FAMILY_ORDERING)) || (cq_any & (CQ_PRIV_ERROR | CQ_PRIV_WRONG)), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		CQ_PRIV_IN_SCOPE((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), 0, txt) cq_push(cq_s, CQ_OP_GROUP_BY, n); \
		typedef char (*cq_grouped)[(0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)) + 1]; typedef char (*cq_covered)[((0 CQ_PRIV_OVER(n, CQ_PRIV_KEY_TABLES)) | CQ_PRIV_LABELLED(n) | CQ_PRIV_MISGROUPED(n)) + 1]; \
		CQ_PRIV_HEAD CQ_PRIV_TIMES_8(CQ_PRIV_ITEM_GROUPED) CQ_PRIV_ELSE_NONE \
		(CQ_PRIV_CLAUSE(CQ_PRIV_K_GROUP, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), CQ_PRIV_P_MERGED, 0, sizeof *(cq_grouped)0 - 1, sizeof *(cq_covered)0 - 1, 0, cq_ph_empty) *)0; })
/* A label groups by an item that has no type here: what it covers is left to the second enforcer. */
#define CQ_PRIV_IS_LABEL(i) || (CQ_PRIV_A(cq_i##i) & 0x3fff) == 0x3fff
#define CQ_PRIV_MISGROUPED(n) (CQ_PRIV_ANY_A(n) & (CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_FAMILY_ORDERING) ? CQ_PRIV_EVERY : 0)
#define CQ_PRIV_LABELLED(n) ((0 CQ_PRIV_OVER(n, CQ_PRIV_IS_LABEL)) ? CQ_PRIV_EVERY : 0)
#define CQ_PRIV_UNGROUPED(h, grouped, covered) \
	(!(CQ_PRIV_A(h) & CQ_PRIV_ERROR) && (CQ_PRIV_B(h) & ~(cq_u)(grouped)) && !(CQ_PRIV_C(h) & (covered)))
#define CQ_PRIV_ITEM_GROUPED(i_) \
	CQ_PRIV_RULE(cq_any == 0 || !CQ_PRIV_UNGROUPED(cq_h->cq_i.cq_i##i_, sizeof *(cq_grouped)0 - 1, sizeof *(cq_covered)0 - 1), "SELECT, item " #i_ ": " CQ_SAY_NOT_GROUPED)

/* ---- ORDER_BY, LIMIT, OFFSET */
#define CQ_PRIV_ORDER_BY(txt, ...) CQ_PRIV_ORDER_BY_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_ORDER_BY_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) CQ_PRIV_IN_SCOPE((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)), 0, txt) \
		CQ_PRIV_RULE(!CQ_PRIV_IS_UNITED || !(CQ_PRIV_SCOPE & (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C))), txt ": " CQ_SAY_UNION_ORDER) \
		cq_push(cq_s, CQ_OP_ORDER_BY, n); enum { cq_any = CQ_PRIV_ANY_A(n) & CQ_PRIV_LISTED }; CQ_PRIV_SIMPLE(CQ_PRIV_K_ORDER | cq_any, (0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C))); })
#define CQ_PRIV_LIMIT(op, kind, txt, x) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) CQ_PRIV_OPERAND(cq_e, x, txt) \
		CQ_PRIV_RULE((CQ_PRIV_A(cq_e) & CQ_PRIV_FAMILY_INTEGER) && !CQ_PRIV_C(cq_e), txt ": " CQ_SAY_LIMIT_NOT_INTEGER) \
		cq_push(cq_s, op, 1); CQ_PRIV_SIMPLE(kind, 0); })
#define CQ_PRIV_ALL_ROWS CQ_PRIV_X({ CQ_PRIV_INSIDE("ALL_ROWS") cq_push(cq_s, CQ_OP_ALL_ROWS, 0); CQ_PRIV_SIMPLE(CQ_PRIV_K_ALL, 0); })

/* ---- writing rows. INSERT_INTO and UPDATE declare the table under a fixed name, so that SET can name a column alone. What
 * SET yields is a phantom too: B the column assigned, C the tables its value uses. A name that is no list of columns (an
 * alias, a misspelt table) never expands its SETs. */
typedef struct { char (*cq_table)[1]; } cq_SET_and_VALUES_stand_only_in_INSERT_INTO_and_UPDATE;
extern const cq_SET_and_VALUES_stand_only_in_INSERT_INTO_and_UPDATE *cq_into;
/* Only INSERT_INTO may set aggregates, and only with FROM, which SQL(...) looks for. */
enum { cq_is_insert = 0 };
#define CQ_PRIV_ASSIGN(txt, column, x) \
	CQ_PRIV_X({ CQ_PRIV_WINDOWS(1) __auto_type cq_k = ((void)0, cq_into->column); CQ_PRIV_TAKE(cq_e, x, CQ_PRIV_ASSIGN_WRITER) \
		CQ_PRIV_RULE(!CQ_PRIV_IS_WRONG(cq_e), txt ": " CQ_SAY_NOT_A_VALUE) \
		CQ_PRIV_RULE(!(CQ_PRIV_A(cq_k) & CQ_PRIV_FIXED), txt ": " CQ_SAY_COLUMN_READ_ONLY) \
		enum { cq_unfit = !(CQ_PRIV_A(cq_e) & CQ_PRIV_FAMILY_NULL) && !CQ_PRIV_FITS(cq_k, cq_e) }; \
		CQ_PRIV_RULE(cq_unfit || (CQ_PRIV_A(cq_k) & (CQ_PRIV_NULLABLE | CQ_PRIV_ERROR)) || !(CQ_PRIV_A(cq_e) & CQ_PRIV_NULLABLE), txt ": " CQ_SAY_NULL_INTO_NOT_NULL) \
		CQ_PRIV_RULE(cq_is_insert || !(CQ_PRIV_A(cq_e) & CQ_PRIV_AGGREGATE), txt ": " CQ_SAY_AGGREGATE_IN_WHERE) \
		CQ_PRIV_RULE(!cq_unfit, txt ": " CQ_SAY_VALUE_TYPE) \
		cq_push_ref(cq_s, CQ_OP_SET, 1, cq_k); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_IS_SET | CQ_PRIV_SAID(cq_e) | ((CQ_PRIV_A(cq_k) | CQ_PRIV_A(cq_e)) & CQ_PRIV_ERROR), CQ_PRIV_B(cq_k), CQ_PRIV_C(cq_e), 0))0; })
/* VALUES(array, count): objects of the table's own struct. */
#define CQ_PRIV_VALUES(txt, array, count) \
	CQ_PRIV_X({ const __typeof__(*cq_into->cq_object) *const cq_objects = (array); \
		cq_push_value(cq_s, CQ_TYPE_OBJECT, CQ_VALUE_ARRAY, (cq_value){.bytes = {cq_objects, (count)}}); cq_push_ref(cq_s, CQ_OP_ROWS, 1, cq_into->cq_table); \
		CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM(CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_IS_ROWS, 0, 0, 0))0; })

#define CQ_PRIV_NO_TARGET(txt, t) \
	CQ_PRIV_X({ __auto_type cq_t = (t).cq_table; (void)cq_t; CQ_PRIV_RULE(CQ_PRIV_TABLE_ERROR || CQ_PRIV_A(cq_t) == CQ_PRIV_B(cq_t), txt ": " CQ_SAY_ALIAS_TARGET) CQ_PRIV_ELSE_NONE (cq_ph_none *)0; })
#define CQ_PRIV_ASSIGNMENT(txt, i, x) \
	__auto_type cq_i##i##_o = ((void)0, x); \
	__typeof__(_Generic(cq_i##i##_o, CQ_PRIV_ANY: cq_i##i##_o, int: (cq_ph_error)0, default: (cq_ph_wrong)0)) cq_i##i = 0; \
	(void)cq_i##i; (void)cq_i##i##_o; \
	(void)_Generic(cq_i##i##_o, int: cq_put_int_where_an_assignment_stands, \
		default: __builtin_choose_expr(__builtin_classify_type(cq_i##i##_o) == 5, cq_put_clause, cq_put_wrong))(cq_s, cq_i##i##_o); \
	CQ_PRIV_RULE(CQ_PRIV_A(cq_i##i) & (CQ_PRIV_IS_SET | CQ_PRIV_IS_ROWS | CQ_PRIV_ERROR), txt ": " CQ_SAY_NOT_AN_ASSIGNMENT)
#define CQ_PRIV_ASSIGNED_TABLES(i) | (CQ_PRIV_A(cq_i##i) & CQ_PRIV_IS_SET ? CQ_PRIV_C(cq_i##i) : 0)
#define CQ_PRIV_ROWS_STAND_ALONE(n, op) \
	(!(CQ_PRIV_ANY_A(n) & CQ_PRIV_IS_ROWS) || (CQ_PRIV_ANY_A(n) & CQ_PRIV_ERROR) || (n == 1 && op == CQ_OP_INSERT_INTO))
#define CQ_PRIV_SET_TWICE(i, j) || (CQ_PRIV_B(cq_i##i) & CQ_PRIV_B(cq_i##j))
#define CQ_PRIV_PAIRS(n) CQ_PRIV_CAT(CQ_PRIV_PAIRS_, n)
/* Two columns share a bit only in a table of more than 56: there the second enforcer looks. */
#define CQ_PRIV_IS_SMALL (sizeof *cq_into->cq_count <= 56)
/* The database makes the key of a table whose only key column is an integer without a reference or a default. */
#define CQ_PRIV_ONE_KEY(column, ...) + ((CQ_PRIV_A(cq_into->column) & CQ_PRIV_KEY) != 0)
#define CQ_PRIV_IS_AUTO_KEY(h) (cq_keys == 1 && (CQ_PRIV_A(h) & (CQ_PRIV_KEY | CQ_PRIV_FIXED | CQ_PRIV_REFERS | CQ_PRIV_DEFAULTS | CQ_PRIV_FAMILY_INTEGER)) == (CQ_PRIV_KEY | CQ_PRIV_FAMILY_INTEGER))
#define CQ_PRIV_REQUIRED(column, ...) \
	CQ_PRIV_RULE((CQ_PRIV_A(cq_into->column) & CQ_PRIV_OPTIONAL) || CQ_PRIV_IS_AUTO_KEY(cq_into->column) || (CQ_PRIV_B(cq_into->column) & (sizeof *(cq_set)0 - 1)), \
		"INSERT_INTO, column " #column ": " CQ_SAY_COLUMN_MISSING) \
	CQ_PRIV_KEPT(column, )
#define CQ_PRIV_KEPT(column, ...) \
	CQ_PRIV_RULE(!CQ_PRIV_IS_AUTO_KEY(cq_into->column) || !(CQ_PRIV_B(cq_into->column) & (sizeof *(cq_given)0 - 1)), "SET, column " #column ": " CQ_SAY_COLUMN_READ_ONLY)

#define CQ_PRIV_WRITE(op, kind, number, columns_list, txt, t, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) enum { cq_is_insert = op == CQ_OP_INSERT_INTO }; const __typeof__(t) *const cq_into = &(t); __auto_type cq_t = cq_into->cq_table; (void)cq_into; \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_ASSIGNMENT, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(CQ_PRIV_ROWS_STAND_ALONE(n, op), txt ": " CQ_SAY_NOT_AN_ASSIGNMENT) \
		CQ_PRIV_RULE(!(0 CQ_PRIV_PAIRS(n)(CQ_PRIV_SET_TWICE)) || !CQ_PRIV_IS_SMALL, txt ": " CQ_SAY_COLUMN_SET_TWICE) \
		typedef __attribute__((unused)) char (*cq_set)[((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B)) | ((CQ_PRIV_ANY_A(n) & (CQ_PRIV_IS_ROWS | CQ_PRIV_ERROR)) || !CQ_PRIV_IS_SMALL ? CQ_PRIV_EVERY : 0)) + 1]; \
		typedef __attribute__((unused)) char (*cq_given)[(CQ_PRIV_IS_SMALL ? 0 CQ_PRIV_OVER(n, CQ_PRIV_OR_B) : 0) + 1]; \
		columns_list cq_push_ref(cq_s, op, n, cq_t); CQ_PRIV_ELSE_NONE \
		(CQ_PRIV_CLAUSE(kind | ((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_A)) & CQ_PRIV_WRONG ? CQ_PRIV_K_ERROR : 0), (0 CQ_PRIV_OVER(n, CQ_PRIV_ASSIGNED_TABLES)), CQ_PRIV_C(cq_t), number, 0, 0, 0, cq_ph_empty) *)0; })

/* WRITE_SOME splits the table from what is set; WRITE_INTO looks whether the table is a list of columns. */
#define CQ_PRIV_INSERT_INTO(txt, ...) CQ_PRIV_CAT(CQ_PRIV_INSERT_SOME_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(txt, __VA_ARGS__)
#define CQ_PRIV_INSERT_SOME_0(txt, t) CQ_PRIV_CAT(CQ_PRIV_INSERT_LIST_, CQ_PRIV_IS_LIST(t##_COLUMNS(CQ_PRIV_NOTHING)))(txt, t, 0, )
#define CQ_PRIV_INSERT_SOME_1(txt, t, ...) CQ_PRIV_CAT(CQ_PRIV_INSERT_LIST_, CQ_PRIV_IS_LIST(t##_COLUMNS(CQ_PRIV_NOTHING)))(txt, t, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_INSERT_LIST_0(txt, t, n, ...) CQ_PRIV_NO_TARGET(txt, t)
#define CQ_PRIV_INSERT_LIST_1(txt, t, n, ...) CQ_PRIV_WRITE(CQ_OP_INSERT_INTO, CQ_PRIV_K_INSERT | ((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_A)) & CQ_PRIV_LISTED), 0, enum { cq_keys = 0 t##_COLUMNS(CQ_PRIV_ONE_KEY) }; t##_COLUMNS(CQ_PRIV_REQUIRED), txt, t, n, __VA_ARGS__)
#define CQ_PRIV_UPDATE(txt, ...) CQ_PRIV_CAT(CQ_PRIV_UPDATE_SOME_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(txt, __VA_ARGS__)
#define CQ_PRIV_UPDATE_SOME_0(txt, t) CQ_PRIV_X({ CQ_PRIV_RULE(0, txt ": " CQ_SAY_EMPTY_SET) (cq_ph_none *)0; })
#define CQ_PRIV_UPDATE_SOME_1(txt, t, ...) CQ_PRIV_CAT(CQ_PRIV_UPDATE_LIST_, CQ_PRIV_IS_LIST(t##_COLUMNS(CQ_PRIV_NOTHING)))(txt, t, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_UPDATE_LIST_0(txt, t, n, ...) CQ_PRIV_NO_TARGET(txt, t)
#define CQ_PRIV_UPDATE_LIST_1(txt, t, n, ...) CQ_PRIV_WRITE(CQ_OP_UPDATE, CQ_PRIV_K_UPDATE, CQ_PRIV_A(cq_t), enum { cq_keys = 0 t##_COLUMNS(CQ_PRIV_ONE_KEY) }; t##_COLUMNS(CQ_PRIV_KEPT), txt, t, n, __VA_ARGS__)
#define CQ_PRIV_DELETE_FROM(txt, t) CQ_PRIV_CAT(CQ_PRIV_DELETE_LIST_, CQ_PRIV_IS_LIST(t##_COLUMNS(CQ_PRIV_NOTHING)))(txt, t)
#define CQ_PRIV_DELETE_LIST_0(txt, t) CQ_PRIV_NO_TARGET(txt, t)
#define CQ_PRIV_DELETE_LIST_1(txt, t) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) __auto_type cq_t = (t).cq_table; cq_push_ref(cq_s, CQ_OP_DELETE_FROM, 0, cq_t); \
		CQ_PRIV_ELSE_NONE (CQ_PRIV_CLAUSE(CQ_PRIV_K_DELETE, 0, CQ_PRIV_C(cq_t), CQ_PRIV_A(cq_t), 0, 0, 0, cq_ph_empty) *)0; })

#endif

/* cquel/priv/related.h: what a statement does with relations: joins along them (ALONG), questions about what they lead to (ANY, HAS,
 * COUNT_OF), and what a session loads along them (OPTIONS). It knows nothing of sessions.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_RELATED_H
#define CQUEL_PRIV_RELATED_H

#include <cquel/priv/join.h>
#include <cquel/priv/relation.h>

/* A relation of which nothing is known: no rule speaks about its kind. */
#define CQ_PRIV_UNKNOWN_KIND 9
typedef struct { cq_ph_error cq_table; } cq_no_handles;
struct cq_model_of_cq_none { cq_no_handles *cq_names; };
struct cq_association_of_cq_none { cq_no_handles *cq_names; };
typedef struct {
	int **cq_own;
	char (*(*cq_tab)[1])[1];
	char (*cq_id)[1], (*cq_kind)[1 + CQ_PRIV_UNKNOWN_KIND];
	int **cq_target;
	struct cq_model_of_cq_none *cq_far;
	struct cq_association_of_cq_none *cq_through;
	int *cq_near, *cq_over, *cq_name, *cq_back;
} CQ_PRIV_RELATION_TAG cq_ph_relation;
extern cq_ph_relation *cq_rel_o, *cq_rel;
extern cq_ph_error *cq_many; /* of CQ_EACH */
#define CQ_PRIV_IS_KNOWN(r) (CQ_PRIV_RELATION_KIND(r) != CQ_PRIV_UNKNOWN_KIND)
/* The bits of its own table, and of the one that it leads to: of the latter the model must be there. */
#define CQ_PRIV_OWN_TABLE(r) (sizeof *(r)->cq_tab / 8 - 1)
#define CQ_PRIV_FAR_TABLE(r) (r)->cq_far->cq_names->cq_table
#define CQ_PRIV_THROUGH_TABLE(r) (r)->cq_through->cq_names->cq_table

static inline void *cq_put_relation(cq_statement *s, const void *relation) {
	if (relation)
		cq_push_relation(s, (const cq_relation *)relation);
	return (void *)0;
}

/* n_o is what was given, n a null pointer of its type, or of that of an unknown relation. */
#define CQ_PRIV_RELATION_OR(e, other) __builtin_choose_expr(CQ_PRIV_IS_RELATION(e), e, other)
#define CQ_PRIV_TAKE_RELATION(n, x, txt) \
	__auto_type n##_o = ((void)0, x); \
	__typeof__(CQ_PRIV_RELATION_OR(n##_o, (cq_ph_relation *)0)) n = 0; \
	(void)n; (void)n##_o; \
	CQ_PRIV_RULE(_Generic(n##_o, cq_ph_error: 1, default: CQ_PRIV_IS_RELATION(n##_o)), txt ": " CQ_SAY_NOT_A_RELATION)
#define CQ_PRIV_TAKEN_RELATION(n) ((const cq_relation *)(const void *)CQ_PRIV_RELATION_OR(n##_o, (cq_ph_relation *)0))
#ifdef __clang__
#define CQ_PRIV_FENCE_RELATION(n)
#else
#define CQ_PRIV_FENCE_RELATION(n) extern cq_ph_relation *cq_rel_o, *cq_rel; extern cq_ph_error cq_t; CQ_PRIV_FENCE_ITEMS(n)
#endif

/* ---- ANY(relation, condition…), HAS, COUNT_OF, and the same over an alias: ANY_AS(alias, relation, condition…). A query over the table it
 * leads to; what the conditions use of that, and of the association, stays inside. */
#define CQ_PRIV_RELATED_KIND(many, txt) CQ_PRIV_RULE(!CQ_PRIV_IS_KNOWN(cq_rel) || CQ_PRIV_IS_TO_MANY(cq_rel) == many, txt ": " CQ_SAY_RELATION_KIND)
#define CQ_PRIV_RELATED_EXISTS cq_push(cq_s, CQ_OP_EXISTS, 1);
#define CQ_PRIV_ANY_ALONG(many, txt, ...) \
	CQ_PRIV_RELATED_1(CQ_PRIV_RELATED_KIND(many, txt), 0, CQ_PRIV_RELATED_EXISTS, CQ_PRIV_A_BOOLEAN | CQ_PRIV_BARE, txt, __VA_ARGS__)
#define CQ_PRIV_COUNT_ALONG(txt, ...) CQ_PRIV_RELATED_1(, 1, , CQ_PRIV_A_BIGINT, txt, __VA_ARGS__)
#define CQ_PRIV_ANY_AS(many, txt, ...) CQ_PRIV_CAT(CQ_PRIV_ANY_AS_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(many, txt, __VA_ARGS__)
#define CQ_PRIV_ANY_AS_0(many, txt, t) CQ_PRIV_COUNT_IS(txt, "an alias, a relation and conditions")
#define CQ_PRIV_ANY_AS_1(many, txt, t, ...) \
	CQ_PRIV_RELATED_2(CQ_PRIV_RELATED_KIND(many, txt), 0, CQ_PRIV_RELATED_EXISTS, CQ_PRIV_A_BOOLEAN | CQ_PRIV_BARE, txt, t, __VA_ARGS__)
#define CQ_PRIV_COUNT_AS(txt, ...) CQ_PRIV_CAT(CQ_PRIV_COUNT_AS_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(txt, __VA_ARGS__)
#define CQ_PRIV_COUNT_AS_0(txt, t) CQ_PRIV_COUNT_IS(txt, "an alias, a relation and conditions")
#define CQ_PRIV_COUNT_AS_1(txt, t, ...) CQ_PRIV_RELATED_2(, 1, , CQ_PRIV_A_BIGINT, txt, t, __VA_ARGS__)
#define CQ_PRIV_RELATED_1(rules, count, finish, a, txt, ...) \
	CQ_PRIV_CAT(CQ_PRIV_RELATED_SOME_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))( \
		rules, __typeof__(CQ_PRIV_FAR_TABLE(cq_rel)) cq_t = 0; (void)cq_t;, (const cq_table *)0, count, finish, a, txt, __VA_ARGS__)
#define CQ_PRIV_RELATED_2(rules, count, finish, a, txt, t, ...) \
	CQ_PRIV_CAT(CQ_PRIV_RELATED_SOME_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))( \
		rules, __auto_type cq_t = (t).cq_table; CQ_PRIV_RULE(CQ_PRIV_TABLE_ERROR || !CQ_PRIV_IS_KNOWN(cq_rel) || CQ_PRIV_B(cq_t) == CQ_PRIV_B(CQ_PRIV_FAR_TABLE(cq_rel)), txt ": " CQ_SAY_RELATION_ALIAS), \
		(const cq_table *)(const void *)cq_t, count, finish, a, txt, __VA_ARGS__)
#define CQ_PRIV_RELATED_SOME_0(rules, table, alias, count, finish, a, txt, r) CQ_PRIV_RELATED_N(rules, table, alias, count, finish, a, txt, 0, r, )
#define CQ_PRIV_RELATED_SOME_1(rules, table, alias, count, finish, a, txt, r, ...) \
	CQ_PRIV_RELATED_N(rules, table, alias, count, finish, a, txt, CQ_PRIV_COUNT(__VA_ARGS__), r, __VA_ARGS__)
#define CQ_PRIV_RELATED_N(rules, table, alias, count, finish, a, txt, n, r, ...) \
	CQ_PRIV_X({ CQ_PRIV_FENCE_RELATION(n) CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) CQ_PRIV_TAKE_RELATION(cq_rel, r, txt) rules table \
		CQ_PRIV_RULE(CQ_PRIV_TABLE_ERROR || CQ_PRIV_A(cq_t) != sizeof *cq_rel->cq_id - 1, txt ": " CQ_SAY_TABLE_TWICE) \
		cq_push_related(cq_s, CQ_PRIV_TAKEN_RELATION(cq_rel), alias, count); \
		CQ_PRIV_MANY_HANDLES(n, txt, __VA_ARGS__) CQ_PRIV_CONDITIONS(n, txt) \
		cq_push_related_end(cq_s, CQ_PRIV_TAKEN_RELATION(cq_rel), n); finish CQ_PRIV_ELSE_ERROR \
		(CQ_PRIV_PHANTOM_AC(a, ((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)) & ~(cq_u)(CQ_PRIV_PROVIDES | CQ_PRIV_C(CQ_PRIV_THROUGH_TABLE(cq_rel)))) | CQ_PRIV_OWN_TABLE(cq_rel)))0 \
		CQ_PRIV_UNFENCE_RELATION; })
#ifdef __clang__
#define CQ_PRIV_UNFENCE_RELATION
#else
#define CQ_PRIV_UNFENCE_RELATION ; })
#endif

/* ---- ALONG(column[, table]): the column's REFERENCES. The table that it names is the second enforcer's to find. ALONG(relation[, alias])
 * joins the two tables, whichever is joined. */
#define CQ_PRIV_ALONG(txt, ...) CQ_PRIV_CAT(CQ_PRIV_ALONG_, CQ_PRIV_COUNT(__VA_ARGS__))(txt, __VA_ARGS__)
#define CQ_PRIV_ALONG_1(txt, x) CQ_PRIV_ALONG_OF(txt, x, , (void *)0, 0)
#define CQ_PRIV_ALONG_2(txt, x, t) CQ_PRIV_ALONG_OF(txt, x, __auto_type cq_t = t.cq_table;, cq_t, CQ_PRIV_C(cq_t))
#define CQ_PRIV_ALONG_3(txt, x, ...) CQ_PRIV_COUNT_IS(txt, "a column or relation, and perhaps the table that it leads to")
#define CQ_PRIV_ALONG_WRITER(e) __builtin_choose_expr(CQ_PRIV_IS_RELATION(e), cq_put_relation, CQ_PRIV_HANDLE_WRITER(e))
#define CQ_PRIV_ALONG_OF(txt, x, take, table, uses) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) take __auto_type cq_e_o = ((void)0, x); __auto_type cq_e_w = CQ_PRIV_ALONG_WRITER(cq_e_o)(cq_s, cq_e_o); \
		__typeof__(CQ_PRIV_RELATION_OR(cq_e_o, (cq_ph_relation *)0)) cq_rel = 0; \
		__typeof__(__builtin_choose_expr(CQ_PRIV_IS_KNOWN(cq_rel), (CQ_PRIV_PHANTOM(CQ_PRIV_A_BOOLEAN | CQ_PRIV_BARE | CQ_PRIV_REFERS, 0, CQ_PRIV_OWN_TABLE(cq_rel), 0))0, \
			_Generic(cq_e_w, void *: cq_e_o, default: cq_e_w))) cq_e = 0; \
		(void)cq_e; (void)cq_rel; \
		CQ_PRIV_RULE(!CQ_PRIV_IS_WRONG(cq_e), txt ": " CQ_SAY_NOT_AN_EXPRESSION) \
		CQ_PRIV_RULE(CQ_PRIV_A(cq_e) & (CQ_PRIV_REFERS | CQ_PRIV_ERROR | CQ_PRIV_WRONG), txt ": " CQ_SAY_NOT_A_REFERENCE) \
		cq_push_ref(cq_s, CQ_OP_ALONG, 1, table); CQ_PRIV_CONDITION_OF(CQ_PRIV_SAID(cq_e), CQ_PRIV_C(cq_e) | uses); })

/* ---- OPTIONS(SELECTIN(path…, WHERE(…), ORDER_BY(…)), JOINED(path…), UNLOADED(path…), POPULATE_EXISTING, WITH_DELETED) */
#define CQ_PRIV_STEP_NAME(i) extern cq_ph_relation *cq_p##i##_o, *cq_p##i; extern cq_ph_none *cq_q##i;
CQ_PRIV_TIMES_8(CQ_PRIV_STEP_NAME)
#define CQ_PRIV_LOAD_STEP(txt, i, x) \
	__auto_type cq_p##i##_o = ((void)0, x); \
	__typeof__(CQ_PRIV_RELATION_OR(cq_p##i##_o, (cq_ph_relation *)0)) cq_p##i = 0; \
	__typeof__(__builtin_choose_expr(CQ_PRIV_IS_CLAUSE(cq_p##i##_o), cq_p##i##_o, (cq_ph_none *)0)) cq_q##i = 0; \
	(void)cq_p##i; (void)cq_q##i; (void)cq_p##i##_o; \
	(void)__builtin_choose_expr(CQ_PRIV_IS_RELATION(cq_p##i##_o), cq_put_relation, \
		__builtin_choose_expr(__builtin_classify_type(cq_p##i##_o) == 5, cq_put_clause, cq_put_wrong))(cq_s, cq_p##i##_o); \
	CQ_PRIV_RULE(_Generic(cq_p##i##_o, cq_ph_error: 1, default: CQ_PRIV_IS_RELATION(cq_p##i##_o) || (i > 1 && CQ_PRIV_IS_CLAUSE(cq_p##i##_o))), txt ": " CQ_SAY_NOT_A_RELATION)
#define CQ_PRIV_STEP_FOLLOWS(i, j) && (!CQ_PRIV_IS_KNOWN(cq_p##i) || !CQ_PRIV_IS_KNOWN(cq_p##j) || CQ_PRIV_RELATION_FOLLOWS(cq_p##i, cq_p##j))
/* Of a clause its kind, in the order of clauses; of all else 0. */
#define CQ_PRIV_STEP_RANK(i) (CQ_PRIV_KIND(cq_q##i) & CQ_PRIV_RANK)
#define CQ_PRIV_STEP_IS_LOADED(i) && !(CQ_PRIV_STEP_RANK(i) & ~(cq_u)cq_takes)
#define CQ_PRIV_STEP_IN_ORDER(i, j) && (CQ_PRIV_STEP_RANK(i) == 0 || (!CQ_PRIV_IS_KNOWN(cq_p##j) && CQ_PRIV_STEP_RANK(i) < CQ_PRIV_STEP_RANK(j)))
#define CQ_PRIV_STEP_USES(i) | CQ_PRIV_WORD(cq_q##i, u)
#define CQ_PRIV_STEP_ENDS(i, j) \
	| CQ_PRIV_C(__builtin_choose_expr(CQ_PRIV_STEP_RANK(j) && CQ_PRIV_IS_KNOWN(cq_p##i), cq_p##i->cq_far, (struct cq_model_of_cq_none *)0)->cq_names->cq_table)
#define CQ_PRIV_LOAD(how, takes, txt, ...) CQ_PRIV_CAT(CQ_PRIV_LOAD_UP_TO_8_, CQ_PRIV_CAT(CQ_PRIV_FILL_8_IS_, CQ_PRIV_COUNT(__VA_ARGS__)))(how, takes, txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_FILL_8_IS_1 1
#define CQ_PRIV_FILL_8_IS_2 1
#define CQ_PRIV_FILL_8_IS_3 1
#define CQ_PRIV_FILL_8_IS_4 1
#define CQ_PRIV_FILL_8_IS_5 1
#define CQ_PRIV_FILL_8_IS_6 1
#define CQ_PRIV_FILL_8_IS_7 1
#define CQ_PRIV_FILL_8_IS_8 1
#define CQ_PRIV_LOAD_UP_TO_8_1(how, takes, txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_WINDOWS(1) typedef __attribute__((unused)) char (*cq_before)[CQ_PRIV_EVERY + 1]; enum { cq_takes = takes }; \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_LOAD_STEP, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(1 CQ_PRIV_CAT(CQ_PRIV_NEXT_, n)(CQ_PRIV_STEP_FOLLOWS), txt ": " CQ_SAY_RELATION_PATH) \
		CQ_PRIV_RULE(1 CQ_PRIV_OVER(n, CQ_PRIV_STEP_IS_LOADED) CQ_PRIV_CAT(CQ_PRIV_NEXT_, n)(CQ_PRIV_STEP_IN_ORDER), txt ": " CQ_SAY_LOAD_CLAUSE) \
		CQ_PRIV_RULE(!((0 CQ_PRIV_OVER(n, CQ_PRIV_STEP_USES)) & ~(cq_u)(0 CQ_PRIV_CAT(CQ_PRIV_NEXT_, n)(CQ_PRIV_STEP_ENDS))) || !(1 CQ_PRIV_OVER(n, CQ_PRIV_STEP_IS_LOADED)), txt ": " CQ_SAY_TABLE_NOT_IN_FROM) \
		cq_push_node(cq_s, CQ_OP_LOAD, CQ_TYPE_NONE, how, n, (void *)0); \
		CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM_AC(CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_OPTION_BIT, CQ_PRIV_OWN_TABLE(cq_p1)))0; })
#define CQ_PRIV_SELECTIN(txt, ...) CQ_PRIV_LOAD(CQ_LOAD_SELECTIN, CQ_PRIV_K_WHERE | CQ_PRIV_K_ORDER, txt, __VA_ARGS__)
#define CQ_PRIV_JOINED(txt, ...) CQ_PRIV_LOAD(CQ_LOAD_JOINED, 0, txt, __VA_ARGS__)
#define CQ_PRIV_UNLOADED(txt, ...) CQ_PRIV_LOAD(CQ_LOAD_NOTHING, 0, txt, __VA_ARGS__)
#define CQ_PRIV_OPTION_WORD(op, txt) CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) cq_push(cq_s, op, 0); CQ_PRIV_ELSE_ERROR (CQ_PRIV_PHANTOM_AC(CQ_PRIV_FAMILY_OBJECT | CQ_PRIV_OPTION_BIT, 0))0; })

/* In a SELECT each path begins at what is selected; the second enforcer looks whether as an object. */
#define CQ_PRIV_ONE_OPTION(txt, i, x) \
	__auto_type cq_i##i##_o = ((void)0, x); \
	__typeof__(_Generic(cq_i##i##_o, CQ_PRIV_ANY: cq_i##i##_o, default: (cq_ph_wrong)0)) cq_i##i = 0; \
	(void)cq_i##i; (void)cq_i##i##_o; \
	CQ_PRIV_RULE(CQ_PRIV_A(cq_i##i) & (CQ_PRIV_OPTION_BIT | CQ_PRIV_ERROR), txt ": " CQ_SAY_NOT_AN_OPTION)
#define CQ_PRIV_OPTIONS_OF(txt, ...) CQ_PRIV_OPTIONS_N(txt, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_OPTIONS_N(txt, n, ...) \
	CQ_PRIV_X({ CQ_PRIV_INSIDE(txt) CQ_PRIV_HEAD CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_ONE_OPTION, txt, __VA_ARGS__) \
		CQ_PRIV_RULE(!(CQ_PRIV_KIND(cq_h) & CQ_PRIV_K_SELECT) || ((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_A)) & CQ_PRIV_WRONG) || !((0 CQ_PRIV_OVER(n, CQ_PRIV_OR_C)) & ~CQ_PRIV_WORD(cq_h, u)), txt ": " CQ_SAY_OPTIONS_TABLE) \
		cq_push(cq_s, CQ_OP_OPTIONS, n); CQ_PRIV_SIMPLE(CQ_PRIV_K_OPTIONS, 0); })

/* ---- CQ_RELATIONS(users, posts, …): first whether all models are there, then each relation against both, in a function of each table
 * that nobody calls. What has no such name is an error of the compiler's own; what BACKs differ about is told where the other side has
 * not said it already.
 *
 * Whether something is there is what an array's size tells: CQ_MODEL declares cq_has_model_S and cq_has_table_t with one, here they
 * are declared without. cq_lacking has one as soon as something lacks, and has been told: of what follows from that nobody speaks. */
#define CQ_PRIV_IS_THERE(array) !_Generic(&array, char (*)[2]: 1, default: 0)
#define CQ_PRIV_MUST_BE(array, text) \
	CQ_PRIV_RULE(CQ_PRIV_IS_THERE(array) || CQ_PRIV_IS_THERE(cq_lacking), text) \
	extern __typeof__(*__builtin_choose_expr(CQ_PRIV_IS_THERE(array), (char (*)[])0, (char (*)[1])0)) cq_lacking;
extern char cq_lacking[];
extern cq_ph_relation *cq_back_rel;
#define CQ_PRIV_CHECK_TABLES(...) CQ_PRIV_CHECK_TABLES_(CQ_PRIV_CAT(CQ_PRIV_EACH_, CQ_PRIV_COUNT(__VA_ARGS__)), __VA_ARGS__)
#define CQ_PRIV_CHECK_TABLES_(each, ...) each(CQ_PRIV_FIND_TABLE, , __VA_ARGS__) each(CQ_PRIV_FIND_TARGETS, , __VA_ARGS__) each(CQ_PRIV_CHECK_TABLE, , __VA_ARGS__)

#define CQ_PRIV_FIND_TABLE(p, i, t) extern char cq_has_table_##t[]; CQ_PRIV_MUST_BE(cq_has_table_##t, "CQ_RELATIONS: " CQ_SAY_RELATIONS_EARLY ": " #t)
#define CQ_PRIV_FIND_TARGETS(p, i, t) CQ_PRIV_RELATIONS(t, CQ_PRIV_FIND_RELATION)
#define CQ_PRIV_FIND_RELATION(...) CQ_PRIV_FIND_RELATION_("RELATION(" #__VA_ARGS__ ")", __VA_ARGS__, )
#define CQ_PRIV_FIND_RELATION_(txt, name, kind, ...) CQ_PRIV_CAT(CQ_PRIV_FIND_IF_, CQ_PRIV_IS_LIST(CQ_UNKNOWN_RELATION_##kind))(txt, CQ_PRIV_FIND_##kind)
/* A list with an unknown word has become no model, and has said so. */
#define CQ_PRIV_FIND_IF_0(...)
#define CQ_PRIV_FIND_IF_1(...) CQ_PRIV_FIND_OF(__VA_ARGS__)
#define CQ_PRIV_FIND_OF(txt, what, ...) CQ_PRIV_FIND_##what(txt, __VA_ARGS__)
#define CQ_PRIV_FIND_BELONGS_TO(S, ...) MODEL, S
#define CQ_PRIV_FIND_HAS_ONE(S, ...) MODEL, S
#define CQ_PRIV_FIND_HAS_MANY(S, ...) MODEL, S
#define CQ_PRIV_FIND_MANY_TO_MANY(S, a, near, far) BOTH, S, a
#define CQ_PRIV_FIND_MANY_TO_MANY_KEYS(S, a, near, far) BOTH, S, a
#define CQ_PRIV_FIND_MODEL(txt, S) extern char cq_has_model_##S[]; CQ_PRIV_MUST_BE(cq_has_model_##S, txt ": " #S ": " CQ_SAY_RELATION_TARGET)
#define CQ_PRIV_FIND_BOTH(txt, S, a) \
	CQ_PRIV_FIND_MODEL(txt, S) extern char cq_has_table_##a[]; CQ_PRIV_MUST_BE(cq_has_table_##a, txt ": " #a ": " CQ_SAY_RELATION_TARGET)

#define CQ_PRIV_CHECK_TABLE(p, i, t) CQ_PRIV_CAT(CQ_PRIV_CHECK_TABLE_, CQ_PRIV_IS_LIST(CQ_PRIV_UNKNOWN_IN_MODEL(t)))(t)
#define CQ_PRIV_CHECK_TABLE_0(t)
#define CQ_PRIV_CHECK_TABLE_1(t) \
	static inline __attribute__((unused)) void cq_check_relations_of_##t(void) { \
		CQ_PRIV_SIDE(own, cq_has_table_##t, struct cq_association_of_##t) CQ_PRIV_RELATIONS(t, CQ_PRIV_CHECK_RELATION) }
/* A side (own, far, over: the association), and the name that it has there; of one that is not there a name of which no rule speaks. */
#define CQ_PRIV_SIDE(side, array, names) enum { cq_##side##_there = CQ_PRIV_IS_THERE(array) }; typedef __attribute__((unused)) names cq_##side##_names;
#define CQ_PRIV_NAMED(side, name, type) CQ_PRIV_NAMED_(side, type name;)->name
#define CQ_PRIV_NAMED_(side, members) __builtin_choose_expr(cq_##side##_there, (cq_##side##_names *)0, (struct { struct { members } *cq_names; } *)0)->cq_names
#define CQ_PRIV_KEYS_HELD(side) (sizeof *CQ_PRIV_NAMED(side, cq_key, CQ_PRIV_ANY_KEY) / sizeof(void *) - 1)
typedef void *(*CQ_PRIV_ANY_KEY)[1 + CQ_PRIV_FAMILIES];

#define CQ_PRIV_CHECK_RELATION(...) CQ_PRIV_CHECK_RELATION_("RELATION(" #__VA_ARGS__ ")", __VA_ARGS__, )
#define CQ_PRIV_CHECK_RELATION_(txt, name, kind, ...) CQ_PRIV_CHECK_RELATION__(txt, name, CQ_PRIV_SIDES_##kind, __VA_ARGS__)
#define CQ_PRIV_CHECK_RELATION__(...) CQ_PRIV_CHECK_RELATION_OF(__VA_ARGS__)
#define CQ_PRIV_CHECK_RELATION_OF(txt, name, S, child, parent, columns, more, a, over, ...) \
	CQ_PRIV_BACK_SAID(S CQ_PRIV_ATTRIBUTES(CQ_PRIV_BACK_OF, , __VA_ARGS__), []) \
	{ __typeof__(CQ_PRIV_NAMED(own, name, cq_ph_relation *)) cq_rel = 0; (void)cq_rel; CQ_PRIV_SIDE(far, cq_has_model_##S, struct cq_model_of_##S) \
		CQ_PRIV_CHECK_##more(txt, a, over) CQ_PRIV_CHECK_KEYS(txt, child, parent, columns) CQ_PRIV_BACK_ONCE(txt, S CQ_PRIV_ATTRIBUTES(CQ_PRIV_BACK_OF, , __VA_ARGS__)) \
		CQ_PRIV_ATTRIBUTES(CQ_PRIV_CHECK_TRAIT, txt, __VA_ARGS__) } \
	CQ_PRIV_BACK_SAID(S CQ_PRIV_ATTRIBUTES(CQ_PRIV_BACK_OF, , __VA_ARGS__), [1])
/* Where the foreign key stands, and the key that it holds; of an association the same of the other side. */
#define CQ_PRIV_SIDES_BELONGS_TO(S, ...) S, own, far, (__VA_ARGS__), NOTHING_MORE, ,
#define CQ_PRIV_SIDES_HAS_ONE(S, ...) S, far, own, (__VA_ARGS__), NOTHING_MORE, ,
#define CQ_PRIV_SIDES_HAS_MANY(S, ...) CQ_PRIV_SIDES_HAS_ONE(S, __VA_ARGS__)
#define CQ_PRIV_SIDES_MANY_TO_MANY(S, a, near, far) CQ_PRIV_SIDES_MANY_TO_MANY_KEYS(S, a, (near), (far))
#define CQ_PRIV_SIDES_MANY_TO_MANY_KEYS(S, a, near, far) S, over, own, near, FAR_KEYS, a, far
#define CQ_PRIV_CHECK_NOTHING_MORE(txt, ...)
#define CQ_PRIV_CHECK_FAR_KEYS(txt, a, keys) CQ_PRIV_SIDE(over, cq_has_table_##a, struct cq_association_of_##a) CQ_PRIV_CHECK_KEYS(txt, over, far, keys)
/* A foreign key of one column is of the key's family, or with a REFERENCES of that of what is unique; of several the second enforcer
 * looks. */
#define CQ_PRIV_CHECK_KEYS(txt, child, parent, columns) CQ_PRIV_CHECK_KEYS_(txt, child, parent, CQ_PRIV_RELATION_OPEN columns)
#define CQ_PRIV_CHECK_KEYS_(txt, child, parent, ...) CQ_PRIV_ATTRIBUTES(CQ_PRIV_CHECK_KEY, (txt, child, parent, CQ_PRIV_FEW(__VA_ARGS__, )), __VA_ARGS__, )
#define CQ_PRIV_CHECK_KEY(p, a) CQ_PRIV_CHECK_KEY_(CQ_PRIV_RELATION_OPEN p, a)
#define CQ_PRIV_CHECK_KEY_(...) CQ_PRIV_CHECK_KEY_OF(__VA_ARGS__)
#define CQ_PRIV_CHECK_KEY_OF(txt, child, parent, n, a) \
	{ __extension__ __auto_type cq_k = ((void)0, CQ_PRIV_NAMED(child, a, cq_ph_error)); (void)cq_k; CQ_PRIV_CHECK_IS_COLUMN(txt, a) \
		CQ_PRIV_RULE(n > 1 || CQ_PRIV_IS_RELATION(cq_k) || (CQ_PRIV_A(cq_k) & CQ_PRIV_ERROR) || (CQ_PRIV_A(cq_k) & CQ_PRIV_FAMILIES & CQ_PRIV_HELD(parent, cq_k)), \
			txt ": " #a ": " CQ_SAY_RELATION_TYPE) }
#define CQ_PRIV_HELD(parent, h) (CQ_PRIV_KEYS_HELD(parent) | (CQ_PRIV_A(h) & CQ_PRIV_REFERS ? CQ_PRIV_KEYS_HELD(parent) >> 16 : 0))
#define CQ_PRIV_CHECK_IS_COLUMN(txt, a) CQ_PRIV_RULE(!CQ_PRIV_IS_RELATION(cq_k), txt ": " #a ": " CQ_SAY_RELATION_COLUMN)

#define CQ_PRIV_CHECK_TRAIT(txt, a) CQ_PRIV_CHECK_TRAIT_(txt, CQ_PRIV_TRAIT_##a)
#define CQ_PRIV_CHECK_TRAIT_(...) CQ_PRIV_CHECK_TRAIT__(__VA_ARGS__)
#define CQ_PRIV_CHECK_TRAIT__(txt, what, x) CQ_PRIV_CHECK_##what(txt, x)
#define CQ_PRIV_TRAIT_BACK(n) BACK, n
#define CQ_PRIV_TRAIT_ORDERED_BY(n) ORDER, n
#define CQ_PRIV_TRAIT_ORDERED_BY_DESC(n) ORDER, n
#define CQ_PRIV_TRAIT_LOADED(how) NOTHING_MORE,
#define CQ_PRIV_TRAIT_PASSIVE_DELETES NOTHING_MORE,
#define CQ_PRIV_TRAIT_WRITE_ONLY WRITE_ONLY,
#define CQ_PRIV_TRAIT_CASCADE(...) ORPHAN, (0 CQ_PRIV_WORDS(CQ_PRIV_CASCADE_BIT, __VA_ARGS__))
#define CQ_PRIV_CHECK_ORDER(txt, n) \
	CQ_PRIV_CHECK_WRITE_ONLY(txt, ) { __extension__ __auto_type cq_k = ((void)0, CQ_PRIV_NAMED(far, n, cq_ph_error)); (void)cq_k; CQ_PRIV_CHECK_IS_COLUMN(txt, n) }
#define CQ_PRIV_CHECK_WRITE_ONLY(txt, x) CQ_PRIV_RULE(CQ_PRIV_IS_TO_MANY(cq_rel), txt ": " CQ_SAY_RELATION_TRAIT)
#define CQ_PRIV_CHECK_ORPHAN(txt, bits) \
	CQ_PRIV_RULE(!((bits) & CQ_CASCADE_DELETE_ORPHAN) || !CQ_PRIV_IS_KNOWN(cq_rel) || CQ_PRIV_RELATION_KIND(cq_rel) == CQ_HAS_ONE || CQ_PRIV_RELATION_KIND(cq_rel) == CQ_HAS_MANY, txt ": " CQ_SAY_RELATION_TRAIT)
#define CQ_PRIV_CHECK_BACK(txt, n) \
	{ __extension__ __auto_type cq_k = ((void)0, CQ_PRIV_NAMED(far, n, cq_ph_error)); (void)cq_k; \
		__typeof__(CQ_PRIV_RELATION_OR(cq_k, (cq_ph_relation *)0)) cq_back_rel = 0; (void)cq_back_rel; \
		CQ_PRIV_RULE(cq_is_twice || CQ_PRIV_IS_THERE(cq_lacking) || _Generic(cq_k, cq_ph_error: 1, default: CQ_PRIV_IS_RELATION(cq_k) && CQ_PRIV_RELATION_FOLLOWS(cq_back_rel, cq_rel) && \
			(CQ_PRIV_TAGS_AGREE(cq_back_rel->cq_back, cq_rel->cq_name) ? CQ_PRIV_IS_REVERSE || !CQ_PRIV_SPEAKS : !CQ_PRIV_SAYS_NO_BACK && CQ_PRIV_IS_REVERSE)), txt ": " CQ_SAY_RELATION_BACK) }
/* No two relations of a model have one BACK: the other side, which names but one of them, has nothing to complain of then. */
#define CQ_PRIV_BACK_SAID(...) CQ_PRIV_CAT(CQ_PRIV_BACK_SAID_, CQ_PRIV_COUNT(__VA_ARGS__))(__VA_ARGS__)
#define CQ_PRIV_BACK_SAID_2(S, size)
#define CQ_PRIV_BACK_SAID_3(S, back, size) extern char cq_back_of_##S##_##back size;
#define CQ_PRIV_BACK_ONCE(...) CQ_PRIV_CAT(CQ_PRIV_BACK_ONCE_, CQ_PRIV_COUNT(__VA_ARGS__))(__VA_ARGS__)
#define CQ_PRIV_BACK_ONCE_2(txt, S)
#define CQ_PRIV_BACK_ONCE_3(txt, S, back) \
	enum { cq_is_twice = CQ_PRIV_IS_THERE(cq_back_of_##S##_##back) && !CQ_PRIV_IS_THERE(cq_lacking) }; CQ_PRIV_RULE(!cq_is_twice, txt ": " CQ_SAY_RELATION_BACK_TWICE)
#define CQ_PRIV_TAGS_AGREE(a, b) _Generic(a, __typeof__(b): 1, default: 0)
#define CQ_PRIV_SAYS_NO_BACK _Generic(cq_back_rel->cq_back, struct cq_relation_named_cq_none *: 1, default: 0)
#define CQ_PRIV_IS_REVERSE \
	(CQ_PRIV_RELATION_KIND(cq_rel) == CQ_MANY_TO_MANY || CQ_PRIV_RELATION_KIND(cq_back_rel) == CQ_MANY_TO_MANY ? \
		CQ_PRIV_RELATION_KIND(cq_rel) == CQ_PRIV_RELATION_KIND(cq_back_rel) && CQ_PRIV_TAGS_AGREE(cq_back_rel->cq_through, cq_rel->cq_through) && \
		CQ_PRIV_TAGS_AGREE(cq_back_rel->cq_near, cq_rel->cq_over) && CQ_PRIV_TAGS_AGREE(cq_back_rel->cq_over, cq_rel->cq_near) : \
		(CQ_PRIV_RELATION_KIND(cq_rel) == CQ_BELONGS_TO) != (CQ_PRIV_RELATION_KIND(cq_back_rel) == CQ_BELONGS_TO) && CQ_PRIV_TAGS_AGREE(cq_back_rel->cq_near, cq_rel->cq_near))
/* Of two that name each other and differ, one speaks. */
#define CQ_PRIV_SPEAKS \
	(sizeof *cq_rel->cq_id == sizeof *cq_back_rel->cq_id ? CQ_PRIV_RELATION_KIND(cq_rel) != CQ_BELONGS_TO : sizeof *cq_rel->cq_id < sizeof *cq_back_rel->cq_id)

#endif

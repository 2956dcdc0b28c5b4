/* cquel/priv/relation.h: what CQ_MODEL and CQ_ALIAS expand the list t_RELATIONS(RELATION) into: members of the object, a
 * cq_relation for each, handles whose types say what they lead to. It knows nothing of statements and sessions.
 *
 * The other model may stand behind this one, or in no file of the program's that is compiled here: a pointer to its description
 * has a tentative definition, which CQ_MODEL's own completes, and the struct cq_model_of_S of its names is incomplete until then.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_RELATION_H
#define CQUEL_PRIV_RELATION_H

#include <cquel/priv/attributes.h>
#include <cquel/relation.h>

/* 1 where there is such a list and something is in it. */
#define CQ_PRIV_HAS_RELATIONS(t) CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(t t##_RELATIONS(CQ_PRIV_RELATION_ITEM)))

/* RELATION(name, KIND(S, …), attributes…): callbacks that one prefix tells all there is to know. */
#define CQ_PRIV_RELATIONS(t, prefix) CQ_PRIV_CAT(CQ_PRIV_RELATIONS_, CQ_PRIV_HAS_RELATIONS(t))(t, prefix)
#define CQ_PRIV_RELATIONS_0(t, prefix)
#define CQ_PRIV_RELATIONS_1(t, prefix) t##_RELATIONS(prefix)
/* Callbacks m(p, i, (name, KIND(S, …), attributes…)): p may hold commas. */
#define CQ_PRIV_RELATIONS_WITH(t, m, p) CQ_PRIV_CAT(CQ_PRIV_RELATIONS_WITH_, CQ_PRIV_HAS_RELATIONS(t))(t, m, p)
#define CQ_PRIV_RELATIONS_WITH_0(t, m, p)
#define CQ_PRIV_RELATIONS_WITH_1(t, m, p) CQ_PRIV_RELATIONS_EACH(m, p t##_RELATIONS(CQ_PRIV_RELATION_ITEM))
#define CQ_PRIV_RELATION_ITEM(...) , (__VA_ARGS__)
#define CQ_PRIV_RELATIONS_EACH(...) CQ_PRIV_RELATIONS_EACH_(__VA_ARGS__)
#define CQ_PRIV_RELATIONS_EACH_(m, p, ...) CQ_PRIV_CAT(CQ_PRIV_EACH_, CQ_PRIV_COUNT(__VA_ARGS__))(m, p, __VA_ARGS__)

/* ---- the other model and the association, declared before anything else */
#define CQ_PRIV_RELATION_DECLARED(...) CQ_PRIV_RELATION_DECLARED_(__VA_ARGS__, )
#define CQ_PRIV_RELATION_DECLARED_(name, kind, ...) CQ_PRIV_DECLARED_##kind
#define CQ_PRIV_DECLARED(S) struct S; struct cq_model_of_##S; static const cq_table *const cq_table_of_##S __attribute__((unused));
#define CQ_PRIV_DECLARED_BELONGS_TO(S, ...) CQ_PRIV_DECLARED(S)
#define CQ_PRIV_DECLARED_HAS_ONE(S, ...) CQ_PRIV_DECLARED(S)
#define CQ_PRIV_DECLARED_HAS_MANY(S, ...) CQ_PRIV_DECLARED(S)
#define CQ_PRIV_DECLARED_MANY_TO_MANY(S, a, ...) \
	CQ_PRIV_DECLARED(S) struct cq_association_of_##a; static const cq_table *const cq_table_named_##a __attribute__((unused));
#define CQ_PRIV_DECLARED_MANY_TO_MANY_KEYS(S, a, ...) CQ_PRIV_DECLARED_MANY_TO_MANY(S, a, )

/* ---- members of the object */
#define CQ_PRIV_RELATION_MEMBER(...) CQ_PRIV_RELATION_MEMBER_(__VA_ARGS__, )
#define CQ_PRIV_RELATION_MEMBER_(name, kind, ...) CQ_PRIV_MEMBER_##kind name;
#define CQ_PRIV_MEMBER_BELONGS_TO(S, ...) cq_to_one(S)
#define CQ_PRIV_MEMBER_HAS_ONE(S, ...) cq_to_one(S)
#define CQ_PRIV_MEMBER_HAS_MANY(S, ...) cq_to_many(S)
#define CQ_PRIV_MEMBER_MANY_TO_MANY(S, ...) cq_to_many(S)
#define CQ_PRIV_MEMBER_MANY_TO_MANY_KEYS(S, ...) cq_to_many(S)

/* ---- metadata: p is (table, struct) */
#define CQ_PRIV_RELATION_NAME(name, ...) cq_relation name;
#define CQ_PRIV_RELATION_ONE(...) +1
#define CQ_PRIV_RELATION_META(p, i, x) CQ_PRIV_RELATION_META_(CQ_PRIV_RELATION_OPEN p, CQ_PRIV_RELATION_OPEN x, )
#define CQ_PRIV_RELATION_OPEN(...) __VA_ARGS__
#define CQ_PRIV_RELATION_META_(...) CQ_PRIV_RELATION_META__(__VA_ARGS__)
#define CQ_PRIV_RELATION_META__(t, S, n, k, ...) \
	{.name = #n, .table = &cq_meta_##t.table, .offset = (uint32_t)(uintptr_t)&((S *)0)->n, CQ_PRIV_RELATED_##k \
		CQ_PRIV_ATTRIBUTES(CQ_PRIV_RELATION_ATTRIBUTE, , __VA_ARGS__)},
#define CQ_PRIV_RELATED(S, k, names) .target = &cq_table_of_##S, .object = #S, .kind = k, .columns = names,
#define CQ_PRIV_RELATED_BELONGS_TO(S, ...) CQ_PRIV_RELATED(S, CQ_BELONGS_TO, CQ_PRIV_KEY_NAMES(__VA_ARGS__))
#define CQ_PRIV_RELATED_HAS_ONE(S, ...) CQ_PRIV_RELATED(S, CQ_HAS_ONE, CQ_PRIV_KEY_NAMES(__VA_ARGS__))
#define CQ_PRIV_RELATED_HAS_MANY(S, ...) CQ_PRIV_RELATED(S, CQ_HAS_MANY, CQ_PRIV_KEY_NAMES(__VA_ARGS__))
#define CQ_PRIV_RELATED_MANY_TO_MANY(S, a, near, far) CQ_PRIV_RELATED_MANY_TO_MANY_KEYS(S, a, (near), (far))
#define CQ_PRIV_RELATED_MANY_TO_MANY_KEYS(S, a, near, far) \
	CQ_PRIV_RELATED(S, CQ_MANY_TO_MANY, CQ_PRIV_KEY_NAMES near) .through = &cq_table_named_##a, .far_columns = CQ_PRIV_KEY_NAMES far,
/* The columns of a key, up to 15; a list of its own, since the relations are gone through by CQ_PRIV_EACH_. */
#define CQ_PRIV_KEY_NAMES(...) ((const char *const[]){CQ_PRIV_ATTRIBUTES(CQ_PRIV_KEY_NAME, , __VA_ARGS__, ) (const char *)0})
#define CQ_PRIV_KEY_NAME(p, a) #a,
#define CQ_PRIV_RELATION_ATTRIBUTE(p, a) CQ_PRIV_RELATION_HAS_##a
#define CQ_PRIV_RELATION_HAS_BACK(n) .back = #n,
#define CQ_PRIV_RELATION_HAS_ORDERED_BY(n) .order = #n,
#define CQ_PRIV_RELATION_HAS_ORDERED_BY_DESC(n) .order = #n, .descending = 1,
#define CQ_PRIV_RELATION_HAS_LOADED(how) .loading = CQ_LOAD_##how,
#define CQ_PRIV_RELATION_HAS_PASSIVE_DELETES .passive_deletes = 1,
#define CQ_PRIV_RELATION_HAS_WRITE_ONLY .write_only = 1,
#define CQ_PRIV_RELATION_HAS_CASCADE(...) .cascade = CQ_CASCADE_SAID CQ_PRIV_WORDS(CQ_PRIV_CASCADE_BIT, __VA_ARGS__),
#define CQ_PRIV_CASCADE_BIT(a) | CQ_CASCADE_##a
/* m(a) for up to eight words: inside a list of attributes that list's own macros are at work. */
#define CQ_PRIV_WORDS(m, ...) CQ_PRIV_WORDS_(m, __VA_ARGS__, , , , , , , , , )
#define CQ_PRIV_WORDS_(m, a, b, c, d, e, f, g, h, ...) \
	CQ_PRIV_WORD_OF(m, a) CQ_PRIV_WORD_OF(m, b) CQ_PRIV_WORD_OF(m, c) CQ_PRIV_WORD_OF(m, d) \
	CQ_PRIV_WORD_OF(m, e) CQ_PRIV_WORD_OF(m, f) CQ_PRIV_WORD_OF(m, g) CQ_PRIV_WORD_OF(m, h)
#define CQ_PRIV_WORD_OF(m, a) CQ_PRIV_CAT(CQ_PRIV_WORD_OF_, CQ_PRIV_IS_LIST(a))(m, a)
#define CQ_PRIV_WORD_OF_1(m, a)
#define CQ_PRIV_WORD_OF_0(m, a) m(a)

/* ---- handles: a pointer to the relation, whose type says whose it is, what it leads to, and by an alignment that nothing else
 * has that it is a relation. The prefix opens the struct with what the table is. */
#define CQ_PRIV_RELATION_TAG __attribute__((aligned(128)))
#define CQ_PRIV_RELATION_HANDLE(...) CQ_PRIV_RELATION_HANDLE_(__VA_ARGS__, )
#define CQ_PRIV_RELATION_HANDLE_(name, kind, ...) \
	CQ_PRIV_LEADS_##kind struct cq_relation_named_##name *cq_name; \
	CQ_PRIV_BACK_TAG(CQ_PRIV_SECOND(name CQ_PRIV_ATTRIBUTES(CQ_PRIV_BACK_OF, , __VA_ARGS__), cq_none, )) *cq_back; } CQ_PRIV_RELATION_TAG *name;
#define CQ_PRIV_LEADS(S, kind, a, near, far) \
	struct S **cq_target; struct cq_model_of_##S *cq_far; struct cq_association_of_##a *cq_through; char (*cq_kind)[1 + kind]; \
	CQ_PRIV_KEY_TAG(near) *cq_near; CQ_PRIV_KEY_TAG(far) *cq_over;
#define CQ_PRIV_LEADS_BELONGS_TO(S, ...) CQ_PRIV_LEADS(S, CQ_BELONGS_TO, cq_none, (__VA_ARGS__), (cq_none))
#define CQ_PRIV_LEADS_HAS_ONE(S, ...) CQ_PRIV_LEADS(S, CQ_HAS_ONE, cq_none, (__VA_ARGS__), (cq_none))
#define CQ_PRIV_LEADS_HAS_MANY(S, ...) CQ_PRIV_LEADS(S, CQ_HAS_MANY, cq_none, (__VA_ARGS__), (cq_none))
#define CQ_PRIV_LEADS_MANY_TO_MANY(S, a, near, far) CQ_PRIV_LEADS(S, CQ_MANY_TO_MANY, a, (near), (far))
#define CQ_PRIV_LEADS_MANY_TO_MANY_KEYS(S, a, near, far) CQ_PRIV_LEADS(S, CQ_MANY_TO_MANY, a, near, far)
/* Names become tags of structs that never are, so that types can be compared by them: of the first column of a key, of the
 * relation that BACK names. */
#define CQ_PRIV_KEY_TAG(names) CQ_PRIV_KEY_TAG_(CQ_PRIV_KEY_FIRST names)
#define CQ_PRIV_KEY_TAG_(name) CQ_PRIV_KEY_TAG__(name)
#define CQ_PRIV_KEY_TAG__(name) struct cq_column_named_##name
#define CQ_PRIV_KEY_FIRST(...) CQ_PRIV_KEY_FIRST_(__VA_ARGS__, )
#define CQ_PRIV_KEY_FIRST_(a, ...) a
#define CQ_PRIV_BACK_TAG(name) CQ_PRIV_BACK_TAG_(name)
#define CQ_PRIV_BACK_TAG_(name) struct cq_relation_named_##name
#define CQ_PRIV_BACK_OF(p, a) CQ_PRIV_BACK_OF_##a
#define CQ_PRIV_BACK_OF_BACK(n) , n
#define CQ_PRIV_BACK_OF_ORDERED_BY(n)
#define CQ_PRIV_BACK_OF_ORDERED_BY_DESC(n)
#define CQ_PRIV_BACK_OF_LOADED(how)
#define CQ_PRIV_BACK_OF_PASSIVE_DELETES
#define CQ_PRIV_BACK_OF_WRITE_ONLY
#define CQ_PRIV_BACK_OF_CASCADE(...)

/* What macros ask of a handle r: whether it is one, to one or many, and the types of a pointer to either side's object. */
#define CQ_PRIV_ALIGNMENT(e) __alignof__(*__builtin_choose_expr(__builtin_classify_type(e) == 5, e, (int *)0))
#define CQ_PRIV_IS_RELATION(r) (CQ_PRIV_ALIGNMENT(r) == 128)
#define CQ_PRIV_RELATION_KIND(r) (sizeof *(r)->cq_kind - 1)
#define CQ_PRIV_IS_TO_MANY(r) (CQ_PRIV_RELATION_KIND(r) >= CQ_HAS_MANY)
#define CQ_PRIV_OWN_POINTER(r) __typeof__(*(r)->cq_own)
#define CQ_PRIV_TARGET_POINTER(r) __typeof__(*(r)->cq_target)
/* Whether b starts where a ends. */
#define CQ_PRIV_RELATION_FOLLOWS(a, b) _Generic((b)->cq_own, __typeof__((a)->cq_target): 1, default: 0)

#endif

/* cquel/priv/model.h: what CQ_MODEL, CQ_ALIAS, CQ_ENUM, CQ_ROW and CQ_NEW expand the lists into.
 *
 * A list learns its table by tokens put before the callback: users_COLUMNS(PREFIX CQ_PRIV_X) makes  PREFIX CQ_PRIV_X(id, …)
 * for each column, also for those of a list inside the list. Everything is static const data that costs nothing unused.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_MODEL_H
#define CQUEL_PRIV_MODEL_H

#include <cquel/priv/attributes.h>
#include <cquel/priv/phantom.h>
#include <cquel/priv/relation.h>
#include <cquel/result.h>

/* ---- attributes: bits for the phantom's first word; flags of a column stand in its bits 24 to 31 */
#define CQ_PRIV_BITS_PRIMARY_KEY | 0x2000000
#define CQ_PRIV_BITS_AUTO_INCREMENT | 0x8000004000000
#define CQ_PRIV_BITS_GENERATED(...) | 0x8000008000000
#define CQ_PRIV_BITS_GENERATED_VIRTUAL(...) | 0x8000008000000
#define CQ_PRIV_BITS_DEFAULT(x) | 0x8000010000000
#define CQ_PRIV_BITS_DEFAULT_CALL(f) | 0x10000000
#define CQ_PRIV_BITS_DEFAULT_NOW | 0x8000020000000
#define CQ_PRIV_BITS_DEFAULT_SQL(x) | 0x8000020000000
#define CQ_PRIV_BITS_ON_UPDATE_NOW | 0x40000000
#define CQ_PRIV_BITS_UNIQUE | 0x80000000
#define CQ_PRIV_BITS_INDEXED
#define CQ_PRIV_BITS_CHECK(x)
#define CQ_PRIV_BITS_CHECK_NAMED(n, x)
#define CQ_PRIV_BITS_REFERENCES(t, c) | 0x10000000000000
#define CQ_PRIV_BITS_ON_DELETE(x)
#define CQ_PRIV_BITS_ON_UPDATE(x)
#define CQ_PRIV_BITS_COMMENT(x)
#define CQ_PRIV_BITS_SQL_NAME(x)
#define CQ_PRIV_BITS_COLLATE(x)
#define CQ_PRIV_BITS_STORED_AS(x)
#define CQ_PRIV_BITS_VERSION | 0x8000010000000
#define CQ_PRIV_BITS_SOFT_DELETE

/* ---- attributes: rows; a constant is kept as a value of its own C type */
#define CQ_PRIV_IS_TEXT(x, yes, no) _Generic((x), char *: yes, const char *: yes, default: no)
#define CQ_PRIV_IS_REAL_CONSTANT(x, yes, no) _Generic((x), float: yes, double: yes, default: no)
#define CQ_PRIV_ROW_PRIMARY_KEY CQ_PRIV_ROW(PRIMARY_KEY, 0, 0, 0, 0, 0)
#define CQ_PRIV_ROW_AUTO_INCREMENT CQ_PRIV_ROW(AUTO_INCREMENT, 0, 0, 0, 0, 0)
#define CQ_PRIV_ROW_UNIQUE CQ_PRIV_ROW(UNIQUE, 0, 0, 0, 0, 0)
#define CQ_PRIV_ROW_INDEXED CQ_PRIV_ROW(INDEXED, 0, 0, 0, 0, 0)
#define CQ_PRIV_ROW_DEFAULT(x) \
	CQ_PRIV_ROW(DEFAULT, CQ_PRIV_IS_TEXT(x, CQ_TYPE_TEXT, CQ_PRIV_IS_REAL_CONSTANT(x, CQ_TYPE_DOUBLE, CQ_TYPE_BIGINT)), \
		_Generic((x), char *: 0, const char *: 0, float: 0, double: 0, default: (x)), CQ_PRIV_IS_REAL_CONSTANT(x, x, 0), CQ_PRIV_IS_TEXT(x, x, (void *)0), 0)
#define CQ_PRIV_ROW_DEFAULT_NOW CQ_PRIV_ROW(DEFAULT_NOW, 0, 0, 0, 0, 0)
#define CQ_PRIV_ROW_DEFAULT_SQL(x) CQ_PRIV_ROW(DEFAULT_SQL, 0, 0, 0, "" x "", 0)
#define CQ_PRIV_ROW_DEFAULT_CALL(f) CQ_PRIV_ROW(DEFAULT_CALL, 0, 0, 0, 0, 0)
#define CQ_PRIV_ROW_ON_UPDATE_NOW CQ_PRIV_ROW(ON_UPDATE_NOW, 0, 0, 0, 0, 0)
#define CQ_PRIV_ROW_CHECK(x) CQ_PRIV_ROW(CHECK, 0, 0, 0, "" x "", 0)
#define CQ_PRIV_ROW_CHECK_NAMED(n, x) CQ_PRIV_ROW(CHECK, 0, 0, 0, "" x "", #n)
#define CQ_PRIV_ROW_REFERENCES(t, c) CQ_PRIV_ROW(REFERENCES, 0, 0, 0, #t, #c)
#define CQ_PRIV_ROW_ON_DELETE(x) CQ_PRIV_ROW(ON_DELETE, CQ_ACTION_##x, 0, 0, 0, 0)
#define CQ_PRIV_ROW_ON_UPDATE(x) CQ_PRIV_ROW(ON_UPDATE, CQ_ACTION_##x, 0, 0, 0, 0)
#define CQ_PRIV_ROW_GENERATED(x) CQ_PRIV_ROW(GENERATED, 0, 0, 0, "" x "", 0)
#define CQ_PRIV_ROW_GENERATED_VIRTUAL(x) CQ_PRIV_ROW(GENERATED, 1, 0, 0, "" x "", 0)
#define CQ_PRIV_ROW_COMMENT(x) CQ_PRIV_ROW(COMMENT, 0, 0, 0, "" x "", 0)
#define CQ_PRIV_ROW_SQL_NAME(x) CQ_PRIV_ROW(SQL_NAME, 0, 0, 0, "" x "", 0)
#define CQ_PRIV_ROW_COLLATE(x) CQ_PRIV_ROW(COLLATE, 0, 0, 0, "" x "", 0)
#define CQ_PRIV_ROW_STORED_AS(x) CQ_PRIV_ROW(STORED_AS, CQ_STORAGE_##x, 0, 0, 0, 0)
#define CQ_PRIV_ROW_VERSION CQ_PRIV_ROW(VERSION, 0, 0, 0, 0, 0) CQ_PRIV_ROW(DEFAULT, CQ_TYPE_BIGINT, 1, 0, 0, 0)
#define CQ_PRIV_ROW_SOFT_DELETE CQ_PRIV_ROW(SOFT_DELETE, 0, 0, 0, 0, 0)

/* ---- attributes: what CQ_NEW does. Each opens a macro whose last arguments are the column's name and type: it assigns a
 * value, leaves the database's marker, or does nothing. */
#define CQ_PRIV_NEW_PRIMARY_KEY CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_AUTO_INCREMENT CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_UNIQUE CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_INDEXED CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_DEFAULT(x) CQ_PRIV_FILL_VALUE(x,
#define CQ_PRIV_NEW_DEFAULT_NOW CQ_PRIV_FILL_MARKER(
#define CQ_PRIV_NEW_DEFAULT_SQL(x) CQ_PRIV_FILL_MARKER(
#define CQ_PRIV_NEW_DEFAULT_CALL(f) CQ_PRIV_FILL_VALUE(f(),
#define CQ_PRIV_NEW_ON_UPDATE_NOW CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_CHECK(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_CHECK_NAMED(n, x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_REFERENCES(t, c) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_ON_DELETE(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_ON_UPDATE(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_GENERATED(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_GENERATED_VIRTUAL(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_COMMENT(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_SQL_NAME(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_COLLATE(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_STORED_AS(x) CQ_PRIV_FILL_NOTHING(
#define CQ_PRIV_NEW_VERSION CQ_PRIV_FILL_VERSION(
#define CQ_PRIV_NEW_SOFT_DELETE CQ_PRIV_FILL_SOFT_DELETE(

/* ---- attributes: what makes a column one that a foreign key holds: the families of keys, above them those
 * of what is unique, which only a REFERENCES leads to, and above these one bit for each column of the key. Each names a macro that takes
 * the type. */
#define CQ_PRIV_KEYED_PRIMARY_KEY CQ_PRIV_KEYED_IS
#define CQ_PRIV_KEYED_AUTO_INCREMENT CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_GENERATED(...) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_GENERATED_VIRTUAL(...) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_DEFAULT(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_DEFAULT_CALL(f) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_DEFAULT_NOW CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_DEFAULT_SQL(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_ON_UPDATE_NOW CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_UNIQUE CQ_PRIV_KEYED_ALONE
#define CQ_PRIV_KEYED_INDEXED CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_CHECK(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_CHECK_NAMED(n, x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_REFERENCES(t, c) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_ON_DELETE(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_ON_UPDATE(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_COMMENT(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_SQL_NAME(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_COLLATE(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_STORED_AS(x) CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_VERSION CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_SOFT_DELETE CQ_PRIV_KEYED_NOT
#define CQ_PRIV_KEYED_NOT(T)
#define CQ_PRIV_KEYED_IS(T) CQ_PRIV_KEYED_IS_(T)
#define CQ_PRIV_KEYED_IS_(T) | ((CQ_PRIV_A_##T) & CQ_PRIV_FAMILIES) | (cq_u)1 << (32 + __COUNTER__ % 16)
#define CQ_PRIV_KEYED_ALONE(T) CQ_PRIV_KEYED_ALONE_(T)
#define CQ_PRIV_KEYED_ALONE_(T) | ((CQ_PRIV_A_##T) & CQ_PRIV_FAMILIES) << 16
#define CQ_PRIV_KEYED_ONE(p, a) CQ_PRIV_KEYED_##a p
#define CQ_PRIV_KEYED(...) CQ_PRIV_KEYED_(__VA_ARGS__, )
#define CQ_PRIV_KEYED_(name, T, ...) CQ_PRIV_ATTRIBUTES(CQ_PRIV_KEYED_ONE, (T), __VA_ARGS__)

/* The attributes of a column, each pasted to a prefix; an empty one stands behind the last. */
#define CQ_PRIV_ATTRIBUTE_BITS(p, a) CQ_PRIV_BITS_##a
#define CQ_PRIV_ATTRIBUTE_ROW(p, a) CQ_PRIV_ROW_##a
#define CQ_PRIV_COLUMN_BITS(T, ...) (CQ_PRIV_A_##T CQ_PRIV_ATTRIBUTES(CQ_PRIV_ATTRIBUTE_BITS, , __VA_ARGS__))

/* ---- callbacks over a list of columns. COLUMN(name, TYPE, attributes…); the comma behind makes `...` never absent. */
#define CQ_PRIV_OBJECT_MEMBER(...) CQ_PRIV_OBJECT_MEMBER_(__VA_ARGS__, )
#define CQ_PRIV_OBJECT_MEMBER_(name, T, ...) CQ_PRIV_OBJECT_MEMBER__(name, T)
#define CQ_PRIV_OBJECT_MEMBER__(name, T) CQ_PRIV_C_##T name;
#define CQ_PRIV_META_MEMBER(name, ...) cq_column name;
#define CQ_PRIV_NAME(name, ...) name,
#define CQ_PRIV_DOT_NAME(name, ...) .name,
/* The prefix is an open brace and a null pointer to the struct of metadata: .place takes the member's address, that is its offset. */
#define CQ_PRIV_META(...) CQ_PRIV_META_(__VA_ARGS__, )
#define CQ_PRIV_META_(name, T, ...) CQ_PRIV_META__(name, #name, T, CQ_PRIV_COLUMN_BITS(T, __VA_ARGS__))
#define CQ_PRIV_META__(member, text, T, bits) member, .name = text, .type = CQ_PRIV_CODE_##T, .flags = (uint8_t)((uint64_t)bits >> 24 & 0xff)},
#define CQ_PRIV_ROWS(...) CQ_PRIV_ROWS_OF(__VA_ARGS__, )
#define CQ_PRIV_ROWS_OF(name, T, ...) {.kind = CQ_ATTRIBUTE_COLUMN}, CQ_PRIV_ROWS__(T) CQ_PRIV_ATTRIBUTES(CQ_PRIV_ATTRIBUTE_ROW, , __VA_ARGS__)
#define CQ_PRIV_ROWS__(T) CQ_PRIV_ROWS_##T
/* The prefix is the type whose words C and D are the table's. */
#define CQ_PRIV_HANDLES(...) CQ_PRIV_HANDLES_(__VA_ARGS__, )
#define CQ_PRIV_HANDLES_(name, T, ...) CQ_PRIV_HANDLES__(name, CQ_PRIV_COLUMN_BITS(T, __VA_ARGS__))
#define CQ_PRIV_HANDLES__(name, bits) (*(*name)[bits | CQ_PRIV_BARE])[1 + ((cq_u)1 << (__COUNTER__ % 56))];
#define CQ_PRIV_FILLS(...) CQ_PRIV_FILLS_(__VA_ARGS__, )
#define CQ_PRIV_FILLS_(name, T, ...) CQ_PRIV_ATTRIBUTES(CQ_PRIV_FILL_ONE, (name, T), __VA_ARGS__)
#define CQ_PRIV_FILL_ONE(p, a) CQ_PRIV_NEW_##a CQ_PRIV_UNPACK p)
#define CQ_PRIV_UNPACK(...) __VA_ARGS__
#define CQ_PRIV_FILL_NOTHING(...)
#define CQ_PRIV_FILL_VALUE(x, ...) CQ_PRIV_FILL_VALUE_(x, __VA_ARGS__)
#define CQ_PRIV_FILL_VALUE_(x, name, T) CQ_PRIV_FILL_##T(cq_new.name, x)
#define CQ_PRIV_FILL_MARKER(...) CQ_PRIV_FILL_MARKER_(__VA_ARGS__)
#define CQ_PRIV_FILL_MARKER_(name, T) \
	_Static_assert(CQ_PRIV_CODE_##T != CQ_TYPE_BOOLEAN, "column " #name ": a BOOLEAN has no value to spare that says: the database's default; write DEFAULT(true) or DEFAULT(false)"); \
	cq_mark_default(CQ_PRIV_CODE_##T, ((CQ_PRIV_A_##T) & CQ_PRIV_NULLABLE) != 0, &cq_new.name);
#define CQ_PRIV_FILL_VERSION(...) CQ_PRIV_FILL_VERSION_(__VA_ARGS__)
#define CQ_PRIV_FILL_VERSION_(name, T) \
	CQ_PRIV_RULE(((CQ_PRIV_A_##T) & CQ_PRIV_FAMILY_INTEGER) && !((CQ_PRIV_A_##T) & CQ_PRIV_NULLABLE), "column " #name ": " CQ_SAY_VERSION_TYPE) \
	CQ_PRIV_FILL_##T(cq_new.name, 1)
#define CQ_PRIV_FILL_SOFT_DELETE(...) CQ_PRIV_FILL_SOFT_DELETE_(__VA_ARGS__)
#define CQ_PRIV_FILL_SOFT_DELETE_(name, T) \
	CQ_PRIV_RULE(CQ_PRIV_CODE_##T == CQ_TYPE_TIMESTAMP && ((CQ_PRIV_A_##T) & CQ_PRIV_NULLABLE), "column " #name ": " CQ_SAY_SOFT_DELETE_TYPE)

/* ---- options of a table: the list t_OPTIONS(OPTION) may be left out */
#define CQ_PRIV_OPTION_TEXT(p, i, a) #a,
#define CQ_PRIV_NAMES(...) (const char *const[]){CQ_PRIV_CAT(CQ_PRIV_EACH_, CQ_PRIV_COUNT(__VA_ARGS__))(CQ_PRIV_OPTION_TEXT, 0, __VA_ARGS__) (const char *)0}
/* One option, or an index with its PARTIAL. Spelt out: the names of an index need CQ_PRIV_EACH_ for themselves. */
#define CQ_PRIV_OPTION(...) CQ_PRIV_CAT(CQ_PRIV_OPTION_OF_, CQ_PRIV_COUNT(__VA_ARGS__))(__VA_ARGS__)
#define CQ_PRIV_OPTION_OF_1(a) CQ_PRIV_OPT_##a
#define CQ_PRIV_OPTION_OF_2(a, b) CQ_PRIV_OPT_##a CQ_PRIV_OPT_##b
#define CQ_PRIV_OPT(kind, first, second) {CQ_OPTION_##kind, 0, 0, 0, first, second},
#define CQ_PRIV_OPT_SQL_NAME(x) CQ_PRIV_OPT(SQL_NAME, "" x "", 0)
#define CQ_PRIV_OPT_SCHEMA(x) CQ_PRIV_OPT(SCHEMA, "" x "", 0)
#define CQ_PRIV_OPT_COMMENT(x) CQ_PRIV_OPT(COMMENT, "" x "", 0)
#define CQ_PRIV_OPT_INDEX(...) CQ_PRIV_OPT(INDEX, CQ_PRIV_NAMES(__VA_ARGS__), 0)
#define CQ_PRIV_OPT_INDEX_NAMED(n, ...) CQ_PRIV_OPT(INDEX, CQ_PRIV_NAMES(__VA_ARGS__), #n)
#define CQ_PRIV_OPT_UNIQUE(...) CQ_PRIV_OPT(UNIQUE, CQ_PRIV_NAMES(__VA_ARGS__), 0)
#define CQ_PRIV_OPT_UNIQUE_NAMED(n, ...) CQ_PRIV_OPT(UNIQUE, CQ_PRIV_NAMES(__VA_ARGS__), #n)
#define CQ_PRIV_OPT_PARTIAL(x) CQ_PRIV_OPT(INDEX_WHERE, "" x "", 0)
#define CQ_PRIV_OPT_CHECK(x) CQ_PRIV_OPT(CHECK, "" x "", 0)
#define CQ_PRIV_OPT_CHECK_NAMED(n, x) CQ_PRIV_OPT(CHECK, "" x "", #n)
#define CQ_PRIV_OPTIONS_0(t)
#define CQ_PRIV_OPTIONS_1(t) t##_OPTIONS(CQ_PRIV_OPTION)
/* The columns that an index names exist: each is mentioned once in the function behind CQ_NEW. */
#define CQ_PRIV_MENTION(...) CQ_PRIV_CAT(CQ_PRIV_MENTION_OF_, CQ_PRIV_COUNT(__VA_ARGS__))(__VA_ARGS__)
#define CQ_PRIV_MENTION_OF_1(a) CQ_PRIV_HAS_##a
#define CQ_PRIV_MENTION_OF_2(a, b) CQ_PRIV_HAS_##a CQ_PRIV_HAS_##b
#define CQ_PRIV_HAS_MEMBER(p, i, a) (void)cq_new.a;
#define CQ_PRIV_HAS_SQL_NAME(x)
#define CQ_PRIV_HAS_SCHEMA(x)
#define CQ_PRIV_HAS_COMMENT(x)
#define CQ_PRIV_HAS_INDEX(...) CQ_PRIV_CAT(CQ_PRIV_EACH_, CQ_PRIV_COUNT(__VA_ARGS__))(CQ_PRIV_HAS_MEMBER, 0, __VA_ARGS__)
#define CQ_PRIV_HAS_INDEX_NAMED(n, ...) CQ_PRIV_HAS_INDEX(__VA_ARGS__)
#define CQ_PRIV_HAS_UNIQUE(...) CQ_PRIV_HAS_INDEX(__VA_ARGS__)
#define CQ_PRIV_HAS_UNIQUE_NAMED(n, ...) CQ_PRIV_HAS_INDEX(__VA_ARGS__)
#define CQ_PRIV_HAS_PARTIAL(x)
#define CQ_PRIV_HAS_CHECK(x)
#define CQ_PRIV_HAS_CHECK_NAMED(n, x)
#define CQ_PRIV_MENTIONS_0(t)
#define CQ_PRIV_MENTIONS_1(t) t##_OPTIONS(CQ_PRIV_MENTION)

#define CQ_PRIV_UNUSED __attribute__((unused))

/* ---- a table: its metadata, the types of its columns' phantoms, and the object that holds them. list is the aliased
 * table's, which an alias is built from again; model is its number, the same for all its aliases. */
#define CQ_PRIV_COLUMNS_OF(t) (sizeof cq_offsets_##t / sizeof *cq_offsets_##t)
#define CQ_PRIV_TABLE(t, list, model, of, options_table, struct_name) \
	enum { cq_id_##t = __COUNTER__ + 1 }; \
	typedef char (*(*cq_tab_##t)[1 + ((cq_u)1 << (cq_id_##t % 56))])[1 + ((cq_u)1 << (cq_id_##t % 56))]; \
	struct cq_meta_##t { cq_table table; list(CQ_PRIV_META_MEMBER) CQ_PRIV_RELATIONS(options_table, CQ_PRIV_RELATION_NAME) }; \
	static const struct cq_meta_##t cq_meta_##t CQ_PRIV_UNUSED = { \
		{#t, of, cq_attributes_##options_table, cq_options_##options_table, cq_offsets_##options_table, #struct_name, sizeof(struct_name), \
			CQ_PRIV_COLUMNS_OF(options_table), CQ_PRIV_CAT(CQ_PRIV_TABLE_RELATIONS_, CQ_PRIV_HAS_RELATIONS(options_table))(t, options_table)}, \
		list({.place = (uint32_t)(uintptr_t)&((struct cq_meta_##t *)0)->CQ_PRIV_META) \
		CQ_PRIV_RELATIONS_WITH(options_table, CQ_PRIV_RELATION_META, (t, struct_name))}; \
	typedef struct { \
		cq_tab_##t (*(*cq_table)[cq_id_##t])[1 + (model)]; \
		cq_plain_shape *cq_shape; \
		struct_name *cq_object; \
		char (*cq_count)[CQ_PRIV_COLUMNS_OF(options_table)]; \
		char (*(*cq_key)[1 + (0 list(CQ_PRIV_KEYED))]); \
		list(cq_tab_##t CQ_PRIV_HANDLES) \
		CQ_PRIV_RELATIONS(options_table, struct { struct_name **cq_own; cq_tab_##t cq_tab; char (*cq_id)[1 + cq_id_##t]; CQ_PRIV_RELATION_HANDLE) \
	} cq_handles_##t; \
	static const cq_handles_##t t CQ_PRIV_UNUSED = {(void *)&cq_meta_##t.table, 0, 0, 0, 0, list((void *)&cq_meta_##t CQ_PRIV_DOT_NAME) \
		CQ_PRIV_RELATIONS(options_table, (void *)&cq_meta_##t CQ_PRIV_DOT_NAME)};
/* The relations stand right behind the columns, as these behind the table. */
#define CQ_PRIV_TABLE_RELATIONS_0(t, list) (const cq_relation *)0, 0
#define CQ_PRIV_TABLE_RELATIONS_1(t, list) \
	(const cq_relation *)(const void *)((const cq_column *)(const void *)(&cq_meta_##t.table + 1) + CQ_PRIV_COLUMNS_OF(list)), \
	0 list##_RELATIONS(CQ_PRIV_RELATION_ONE)

#define CQ_PRIV_MODEL(S, t) \
	CQ_PRIV_RELATIONS(t, CQ_PRIV_RELATION_DECLARED) \
	typedef struct S { t##_COLUMNS(CQ_PRIV_OBJECT_MEMBER) CQ_PRIV_RELATIONS(t, CQ_PRIV_RELATION_MEMBER) } S; \
	static const cq_attribute cq_attributes_##t[] CQ_PRIV_UNUSED = { t##_COLUMNS(CQ_PRIV_ROWS) {0, 0, 0, 0, 0, 0}}; \
	static const cq_attribute cq_options_##t[] CQ_PRIV_UNUSED = { CQ_PRIV_CAT(CQ_PRIV_OPTIONS_, CQ_PRIV_IS_LIST(t##_OPTIONS(CQ_PRIV_NOTHING)))(t) {0, 0, 0, 0, 0, 0}}; \
	static const uint32_t cq_offsets_##t[] CQ_PRIV_UNUSED = { t##_COLUMNS((uint32_t)(uintptr_t)&((S *)0)->CQ_PRIV_NAME) }; \
	CQ_PRIV_TABLE(t, t##_COLUMNS, cq_id_##t, (const cq_table *)0, t, S) \
	enum { cq_model_##S = cq_id_##t }; \
	static const cq_table *const cq_table_of_##S CQ_PRIV_UNUSED = &cq_meta_##t.table; \
	static const cq_table *const cq_table_named_##t CQ_PRIV_UNUSED = &cq_meta_##t.table; \
	struct cq_model_of_##S { cq_handles_##t *cq_names; }; \
	struct cq_association_of_##t { cq_handles_##t *cq_names; }; \
	extern char cq_has_model_##S[1], cq_has_table_##t[1]; \
	typedef struct { cq_target target; S **of; char (*model)[cq_id_##t]; cq_handles_##t *names; } cq_target_type_##S; \
	static const cq_target_type_##S cq_target_##S CQ_PRIV_UNUSED = {{CQ_TARGET_OBJECT, CQ_TYPE_OBJECT, 0, sizeof(S), &cq_meta_##t.table}, 0, 0, 0}; \
	static inline CQ_PRIV_UNUSED S cq_new_##S(void) { \
		S cq_new; \
		__builtin_memset(&cq_new, 0, sizeof cq_new); \
		t##_COLUMNS(CQ_PRIV_FILLS) \
		CQ_PRIV_CAT(CQ_PRIV_MENTIONS_, CQ_PRIV_IS_LIST(t##_OPTIONS(CQ_PRIV_NOTHING)))(t) \
		return cq_new; \
	}

/* An alias has its own table and columns; the rest is its table's. The struct's name is found through the handles. */
#define CQ_PRIV_ALIAS(t, a) \
	typedef __typeof__(*t.cq_object) cq_object_##a; \
	CQ_PRIV_TABLE(a, t##_COLUMNS, cq_id_##t, &cq_meta_##t.table, t, cq_object_##a)

/* ---- enums: VALUE(name) or VALUE(name, "label") */
#define CQ_PRIV_ENUMERATOR_(...) CQ_PRIV_FIRST(__VA_ARGS__, )
#define CQ_PRIV_FIRST(a, ...) a,
#define CQ_PRIV_ENUM_LABEL(...) CQ_PRIV_CAT(CQ_PRIV_ENUM_LABEL_, CQ_PRIV_COUNT(__VA_ARGS__))(__VA_ARGS__)
#define CQ_PRIV_ENUM_LABEL_1(name) #name,
#define CQ_PRIV_ENUM_LABEL_2(name, label) label,
#define CQ_PRIV_ENUM(E) \
	typedef enum E { E##_VALUES(CQ_PRIV_ENUMERATOR_) } E; \
	_Static_assert(sizeof(E) == sizeof(int), #E ": an enum of a column has the size of an int"); \
	static const char *const cq_labels_##E[] CQ_PRIV_UNUSED = {E##_VALUES(CQ_PRIV_ENUM_LABEL)}; \
	static const int32_t cq_values_##E[] CQ_PRIV_UNUSED = {E##_VALUES(CQ_PRIV_ENUMERATOR_)}; \
	static const cq_enum cq_enum_##E CQ_PRIV_UNUSED = {#E, sizeof cq_labels_##E / sizeof *cq_labels_##E, cq_labels_##E, cq_values_##E};

/* ---- result rows: FIELD(name, TYPE, expression), of CQ_DERIVED also FIELD(name, TYPE). A list's exact type is a number beside its complement: of two sets of bits
 * one is part of the other only if they are the same. */
#define CQ_PRIV_FIELD_MEMBER(name, ...) CQ_PRIV_FIELD_MEMBER_(name, __VA_ARGS__, )
#define CQ_PRIV_FIELD_MEMBER_(name, T, ...) CQ_PRIV_C_##T name;
#define CQ_PRIV_FIELD_SILENT(name, ...) cq_ph_error name;
#define CQ_PRIV_FIELD_META(name, ...) CQ_PRIV_FIELD_META_(name, #name, __VA_ARGS__, )
#define CQ_PRIV_FIELD_META_(member, text, T, ...) \
	member, .name = text, .type = CQ_PRIV_CODE_##T, .nullable = ((CQ_PRIV_A_##T) & (CQ_PRIV_NULLABLE | CQ_PRIV_FAMILY_OBJECT)) != 0, .scale = CQ_PRIV_SCALE_##T, .detail = CQ_PRIV_DETAIL_##T},
#define CQ_PRIV_ROW_TYPE(R) \
	typedef struct R { R##_FIELDS(CQ_PRIV_FIELD_MEMBER) } R; \
	struct cq_tag_##R; \
	typedef struct { R *items; size_t count; } cq_list_##R; \
	enum { cq_list_id_##R = __COUNTER__ & 511, cq_list_is_##R = cq_list_id_##R | (cq_list_id_##R ^ 511) << 9 }; \
	typedef struct { R##_FIELDS(CQ_PRIV_FIELD_SILENT) void *cq_row; } cq_silent_##R; \
	static const cq_row_field cq_fields_##R[] CQ_PRIV_UNUSED = { R##_FIELDS({.offset = (uint32_t)(uintptr_t)&((R *)0)->CQ_PRIV_FIELD_META) }; \
	static const cq_row_type cq_row_##R CQ_PRIV_UNUSED = {#R, cq_fields_##R, sizeof cq_fields_##R / sizeof *cq_fields_##R, sizeof(R)}; \
	typedef struct { cq_target target; R **of; } cq_target_type_##R; \
	static const cq_target_type_##R cq_target_##R CQ_PRIV_UNUSED = {{CQ_TARGET_ROW, CQ_TYPE_NONE, 0, sizeof(R), &cq_row_##R}, 0};

/* ---- CQ_NEW: the defaults, then yours: each  .member = value  becomes an assignment */
#define CQ_PRIV_NEW_MEMBER(p, i, x) cq_object x;
#define CQ_PRIV_NEW(S, ...) CQ_PRIV_NEW_N(S, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)
#define CQ_PRIV_NEW_N(S, n, ...) __extension__({ S cq_object = cq_new_##S(); CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_NEW_MEMBER, 0, __VA_ARGS__) cq_object; })
#define CQ_PRIV_NEW_SOME_0(S) __extension__({ cq_new_##S(); })
#define CQ_PRIV_NEW_SOME_1(S, ...) CQ_PRIV_NEW(S, __VA_ARGS__)

#endif

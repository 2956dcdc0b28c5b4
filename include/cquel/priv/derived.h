/* cquel/priv/derived.h: what CQ_DERIVED and CQ_DERIVED_ALIAS expand a row list into: a table whose columns are the row's fields,
 * which no database has: a WITH, QUERY, LATERAL or VALUES_AS of the statement says what it is. It knows nothing of statements.
 */
#pragma GCC system_header
#ifndef CQUEL_PRIV_DERIVED_H
#define CQUEL_PRIV_DERIVED_H

#include <cquel/priv/model.h>

/* Callbacks over a list of fields, FIELD(name, TYPE, expression); of the last only the first two are used. */
#define CQ_PRIV_DERIVED_META(name, ...) CQ_PRIV_DERIVED_META_(name, #name, __VA_ARGS__, )
#define CQ_PRIV_DERIVED_META_(member, text, T, ...) CQ_PRIV_META__(member, text, T, (CQ_PRIV_A_##T))
#define CQ_PRIV_DERIVED_ROWS(name, ...) {.kind = CQ_ATTRIBUTE_COLUMN}, CQ_PRIV_DERIVED_ROWS_(__VA_ARGS__, )
#define CQ_PRIV_DERIVED_ROWS_(T, ...) CQ_PRIV_ROWS__(T)
#define CQ_PRIV_DERIVED_HANDLES(name, ...) CQ_PRIV_DERIVED_HANDLES_(name, __VA_ARGS__, )
#define CQ_PRIV_DERIVED_HANDLES_(name, T, ...) CQ_PRIV_HANDLES__(name, (CQ_PRIV_A_##T))

/* The shape: what each of the first eight fields takes. A field's place is the size of a member; each word asks all of them. */
#define CQ_PRIV_PLACE(name, ...) char (*name)[__COUNTER__ + 1];
#define CQ_PRIV_PLACE_TAKES(name, ...) CQ_PRIV_PLACE_TAKES_(name, __VA_ARGS__, )
#define CQ_PRIV_PLACE_TAKES_(name, T, ...) name ? ((cq_u)(CQ_PRIV_A_##T) & CQ_PRIV_FAMILIES) | (CQ_PRIV_TAKES_##T) :
#define CQ_PRIV_SHAPE_WORD(R, t, i) char (*cq_##i)[1 + (R##_FIELDS(cq_place_##t + i == sizeof *((struct cq_places_##t *)0)->CQ_PRIV_PLACE_TAKES) 0)];
#define CQ_PRIV_SHAPE(R, t) \
	CQ_PRIV_SHAPE_WORD(R, t, 1) CQ_PRIV_SHAPE_WORD(R, t, 2) CQ_PRIV_SHAPE_WORD(R, t, 3) CQ_PRIV_SHAPE_WORD(R, t, 4) \
	CQ_PRIV_SHAPE_WORD(R, t, 5) CQ_PRIV_SHAPE_WORD(R, t, 6) CQ_PRIV_SHAPE_WORD(R, t, 7) CQ_PRIV_SHAPE_WORD(R, t, 8) \
	char (*cq_n)[1 R##_FIELDS(CQ_PRIV_PLACE_ONE)]; struct cq_tag_##R *cq_row;
#define CQ_PRIV_PLACE_ONE(name, ...) +1

/* attributes, options, offsets and shape are those of list, which is the table's own name. */
#define CQ_PRIV_DERIVED_TABLE(R, t, list, of) \
	enum { cq_id_##t = __COUNTER__ + 1 }; \
	typedef char (*(*cq_tab_##t)[1 + ((cq_u)1 << (cq_id_##t % 56))])[1 + ((cq_u)1 << (cq_id_##t % 56))]; \
	struct cq_meta_##t { cq_table table; R##_FIELDS(CQ_PRIV_META_MEMBER) }; \
	static const struct cq_meta_##t cq_meta_##t CQ_PRIV_UNUSED = { \
		{#t, of, cq_attributes_##list, cq_options_##list, cq_offsets_##list, #R, sizeof(R), CQ_PRIV_COLUMNS_OF(list), (const cq_relation *)0, 0}, \
		R##_FIELDS({.place = (uint32_t)(uintptr_t)&((struct cq_meta_##t *)0)->CQ_PRIV_DERIVED_META)}; \
	typedef struct { \
		cq_tab_##t (*(*cq_table)[cq_id_##t])[1 + cq_id_##list]; \
		struct cq_shape_##list *cq_shape; \
		R##_FIELDS(cq_tab_##t CQ_PRIV_DERIVED_HANDLES) \
	} cq_handles_##t; \
	static const cq_handles_##t t CQ_PRIV_UNUSED = {(void *)&cq_meta_##t.table, 0, R##_FIELDS((void *)&cq_meta_##t CQ_PRIV_DOT_NAME)};
#define CQ_PRIV_DERIVED(R, t) \
	static const cq_attribute cq_attributes_##t[] CQ_PRIV_UNUSED = { R##_FIELDS(CQ_PRIV_DERIVED_ROWS) {0, 0, 0, 0, 0, 0}}; \
	static const cq_attribute cq_options_##t[] CQ_PRIV_UNUSED = {{CQ_OPTION_DERIVED, 0, 0, 0, &cq_row_##R, 0}, {0, 0, 0, 0, 0, 0}}; \
	static const uint32_t cq_offsets_##t[] CQ_PRIV_UNUSED = { R##_FIELDS((uint32_t)(uintptr_t)&((R *)0)->CQ_PRIV_NAME) }; \
	enum { cq_place_##t = __COUNTER__ + 1 }; \
	struct cq_places_##t { R##_FIELDS(CQ_PRIV_PLACE) }; \
	struct cq_shape_##t { CQ_PRIV_SHAPE(R, t) }; \
	CQ_PRIV_DERIVED_TABLE(R, t, t, (const cq_table *)0)

#endif

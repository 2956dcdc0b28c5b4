/* meta/type_registry.c: the table of column types, expanded from CQ_TYPE_LIST.
 *
 * It knows nothing of columns or databases. See meta/type_registry.h.
 */
#include "meta/type_registry.h"

#include <cquel/model.h>

/* A nullable scalar is { bool present; T value; }: the value stands behind the flag, at its own alignment. Types whose
 * nullable field is the field itself tell NULL by their pointer. */
#define SAME_FIELD(c, optional) __builtin_types_compatible_p(c, optional)
#define VALUE_OFFSET(c, optional) (SAME_FIELD(c, optional) ? 0 : _Alignof(c))
#define INFORMATION(type_name, c, optional, type_family)       \
	[CQ_TYPE_##type_name] = {                              \
		.name = #type_name,                            \
		.family = CQ__FAMILY_##type_family,            \
		.size = sizeof(c),                             \
		.alignment = _Alignof(c),                      \
		.nullable_size = sizeof(optional),             \
		.nullable_alignment = _Alignof(optional),      \
		.value_offset = VALUE_OFFSET(c, optional),     \
		.pointer_null = SAME_FIELD(c, optional),       \
	},
static const cq__type_information types[CQ_TYPE_COUNT] = {
	[CQ_TYPE_NONE] = { .name = "NONE" },
	CQ_TYPE_LIST(INFORMATION)
	[CQ_TYPE_OBJECT] = { .name = "OBJECT" },
	[CQ_TYPE_LIST] = { .name = "LIST", .size = sizeof(cq_any_list), .alignment = _Alignof(cq_any_list),
		.nullable_size = sizeof(cq_any_list), .nullable_alignment = _Alignof(cq_any_list) },
};
#undef INFORMATION

/* What VALUE_OFFSET and the decoders rely on. */
#define CHECK_OPTIONAL(name)                                                                          \
	_Static_assert(offsetof(cq_opt_##name, present) == 0 &&                                       \
		offsetof(cq_opt_##name, value) == _Alignof(__typeof__(((cq_opt_##name *)0)->value)),  \
		"a nullable " #name " is laid out otherwise than the type table says");
CHECK_OPTIONAL(bool)
CHECK_OPTIONAL(int16)
CHECK_OPTIONAL(int32)
CHECK_OPTIONAL(int64)
CHECK_OPTIONAL(float)
CHECK_OPTIONAL(double)
CHECK_OPTIONAL(decimal)
CHECK_OPTIONAL(date)
CHECK_OPTIONAL(time)
CHECK_OPTIONAL(timestamp)
CHECK_OPTIONAL(interval)
CHECK_OPTIONAL(uuid)
CHECK_OPTIONAL(enum)
#undef CHECK_OPTIONAL

static const char *const family_names[CQ__FAMILY_COUNT] = {
	[CQ__FAMILY_NONE] = "none",
	[CQ__FAMILY_BOOLEAN] = "boolean",
	[CQ__FAMILY_INTEGER] = "integer",
	[CQ__FAMILY_REAL] = "real",
	[CQ__FAMILY_DECIMAL] = "decimal",
	[CQ__FAMILY_TEXT] = "text",
	[CQ__FAMILY_BYTES] = "bytes",
	[CQ__FAMILY_DATE] = "date",
	[CQ__FAMILY_TIME] = "time",
	[CQ__FAMILY_TIMESTAMP] = "timestamp",
	[CQ__FAMILY_INTERVAL] = "interval",
	[CQ__FAMILY_UUID] = "uuid",
	[CQ__FAMILY_JSON] = "json",
	[CQ__FAMILY_ENUM] = "enum",
};

const cq__type_information *cq__type_info(cq_type type)
{
	static const cq__type_information unknown = { .name = "?" };
	return (unsigned)type < CQ_TYPE_COUNT ? &types[type] : &unknown;
}

const char *cq__family_name(cq__family family)
{
	return (unsigned)family < CQ__FAMILY_COUNT ? family_names[family] : "?";
}

const char *cq_type_name(cq_type type)
{
	return cq__type_info(type)->name;
}

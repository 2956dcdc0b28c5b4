/* meta/type_registry.h: what the library must know of each column type: its C fields and its family.
 *
 * It knows nothing of columns or databases. Model checks, binders and decoders read it.
 */
#ifndef CQ__META_TYPE_REGISTRY_H
#define CQ__META_TYPE_REGISTRY_H

#include <cquel/types.h>

#include <stdbool.h>
#include <stdint.h>

/* Types of one family compare with each other. Expanded by hand, for CQ_TYPE_LIST names a family more than once. */
typedef enum cq__family {
	CQ__FAMILY_NONE,
	CQ__FAMILY_BOOLEAN,
	CQ__FAMILY_INTEGER,
	CQ__FAMILY_REAL,
	CQ__FAMILY_DECIMAL,
	CQ__FAMILY_TEXT,
	CQ__FAMILY_BYTES,
	CQ__FAMILY_DATE,
	CQ__FAMILY_TIME,
	CQ__FAMILY_TIMESTAMP,
	CQ__FAMILY_INTERVAL,
	CQ__FAMILY_UUID,
	CQ__FAMILY_JSON,
	CQ__FAMILY_ENUM,
	CQ__FAMILY_COUNT
} cq__family;

typedef struct cq__type_information {
	const char *name;            /* "VARCHAR" */
	cq__family family;
	uint8_t size;                /* of a field */
	uint8_t alignment;
	uint8_t nullable_size;       /* of a nullable field */
	uint8_t nullable_alignment;
	uint8_t value_offset;        /* of the value within a nullable field */
	bool pointer_null;           /* a nullable field has no `present`: NULL (or data NULL) is SQL's NULL */
} cq__type_information;

/* What is known of a type; for CQ_TYPE_NONE, CQ_TYPE_OBJECT and numbers that are no type: sizes 0, family NONE.
 * CQ_TYPE_LIST has sizes, but no family either. Never NULL. */
const cq__type_information *cq__type_info(cq_type type);

/* The name of a family in lower case, "integer" for instance; never NULL. */
const char *cq__family_name(cq__family family);

#endif

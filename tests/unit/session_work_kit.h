/* session_work_kit.h: a flush's work made by hand, without a database, and the order that it was put into as a text.
 */
#ifndef CQ_TEST_SESSION_WORK_KIT_H
#define CQ_TEST_SESSION_WORK_KIT_H

#include "session/work.h"

#include "session/enter.h"
#include "session/identity.h"
#include "session/model.h"
#include "session/snapshot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <cquel/define.h>

/* A tree, whose nodes have names and places of their own; those who own nodes, of which one is each owner's favourite; and pairs. */
#define owners_COLUMNS(COLUMN)               \
	COLUMN(id, BIGINT, PRIMARY_KEY)          \
	COLUMN(favourite_id, NULLABLE(BIGINT))
#define nodes_COLUMNS(COLUMN)                \
	COLUMN(id, BIGINT, PRIMARY_KEY)          \
	COLUMN(parent_id, NULLABLE(BIGINT))      \
	COLUMN(owner_id, BIGINT)                 \
	COLUMN(name, NULLABLE(VARCHAR(10)), UNIQUE) \
	COLUMN(place, INTEGER, UNIQUE)           \
	COLUMN(left, BIGINT)                     \
	COLUMN(right, BIGINT)                    \
	COLUMN(flag, BOOLEAN)
CQ_MODEL(Owner, owners)
CQ_MODEL(Node, nodes)

enum { ID, FAVOURITE = 1, PARENT = 1, OWNER, NAME, PLACE, LEFT, RIGHT, FLAG };

static const uint16_t indexes_[] = { 0, 1, 2, 3, 4, 5, 6, 7 };
#define COLUMNS_FROM(first, count_) ((cq__columns){ .count = (count_), .indexes = &indexes_[first] })

enum { BY_KEY, BY_NAME, BY_PLACE, BY_SIDES, BY_FLAG, UNIQUES };
static cq__columns node_uniques[UNIQUES], owner_uniques[1];
static cq_relation said_belongs = { .name = "one", .kind = CQ_BELONGS_TO };
static cq__relation node_relations[2], owner_relations[1];
static cq__model nodes_model, owners_model;
static cq_session kit_session;
static cq__work work;

enum { MOST_ENTRIES = 20100 };
static cq__entry kit_entries[MOST_ENTRIES];
static cq__link kit_links[MOST_ENTRIES];
static uint32_t kit_count, kit_link_count;
static uint32_t kit_item_of[MOST_ENTRIES];

static int kit_begin(void **state)
{
	(void)state;
	node_uniques[BY_KEY] = COLUMNS_FROM(ID, 1);
	node_uniques[BY_NAME] = COLUMNS_FROM(NAME, 1);
	node_uniques[BY_PLACE] = COLUMNS_FROM(PLACE, 1);
	node_uniques[BY_SIDES] = COLUMNS_FROM(LEFT, 2);
	node_uniques[BY_FLAG] = COLUMNS_FROM(FLAG, 1);
	owner_uniques[0] = COLUMNS_FROM(ID, 1);
	nodes_model = (cq__model){ .table = cq_target_Node.target.descriptor, .key = COLUMNS_FROM(ID, 1), .uniques = node_uniques,
		.unique_count = BY_FLAG, .relations = node_relations, .relation_count = 2, .version = UINT16_MAX,
		.soft_delete = UINT16_MAX, .auto_key = true, .number = 40, .columns_end = sizeof(Node) };
	owners_model = (cq__model){ .table = cq_target_Owner.target.descriptor, .key = COLUMNS_FROM(ID, 1), .uniques = owner_uniques,
		.unique_count = 1, .relations = owner_relations, .relation_count = 1, .version = UINT16_MAX,
		.soft_delete = UINT16_MAX, .auto_key = true, .number = 3, .columns_end = sizeof(Owner) };
	node_relations[0] = (cq__relation){ .said = &said_belongs, .own = &nodes_model, .target = &nodes_model, .nullable = true,
		.near = COLUMNS_FROM(PARENT, 1), .far = COLUMNS_FROM(ID, 1) };
	node_relations[1] = (cq__relation){ .said = &said_belongs, .own = &nodes_model, .target = &owners_model,
		.near = COLUMNS_FROM(OWNER, 1), .far = COLUMNS_FROM(ID, 1) };
	owner_relations[0] = (cq__relation){ .said = &said_belongs, .own = &owners_model, .target = &nodes_model, .nullable = true,
		.near = COLUMNS_FROM(FAVOURITE, 1), .far = COLUMNS_FROM(ID, 1) };
	work = (cq__work){ .session = &kit_session, .item_of = kit_item_of };
	memset(kit_item_of, 0, sizeof kit_item_of);
	kit_count = kit_link_count = 0;
	return 0;
}

static int kit_end(void **state)
{
	(void)state;
	cq__work_release(&work);
	cq__error_release(&kit_session.working);
	return 0;
}

/* An item over rows of the test's. */
static inline cq__entry *put(cq__write write, cq__model *model, void *row, const void *old)
{
	cq__entry *const entry = &kit_entries[kit_count];
	uint32_t item;
	*entry = (cq__entry){ .object = row, .model = model, .snapshot = (void *)(uintptr_t)old, .index = kit_count++ };
	assert_int_equal(cq__work_add(&work, write, entry, model, &item), CQ_OK);
	work.items[item].row = write == CQ__WRITE_DELETE ? (void *)(uintptr_t)old : row;
	work.items[item].old = old;
	if (write == CQ__WRITE_UPDATE) {
		uint64_t *const columns = cq__work_memory(&work, sizeof *columns);
		assert_non_null(columns);
		for (uint32_t i = 0; i < model->table->column_count; i++) {
			cq__part a, b;
			cq__part_read(&a, cq__model_column(model, i), cq__model_member(model, row, i));
			cq__part_read(&b, cq__model_column(model, i), cq__model_member(model, old, i));
			if (!cq__part_equal(&a, &b))
				cq__column_add(columns, i);
		}
		work.items[item].columns = columns;
	}
	kit_item_of[entry->index] = item + 1;
	work.item_of_count = kit_count;
	assert_int_equal(cq__work_group(&work, &work.items[item]), CQ_OK);
	return entry;
}

static inline void link_to(cq__entry *child, const cq__relation *relation, cq__entry *parent)
{
	cq__link *const link = &kit_links[kit_link_count++];
	*link = (cq__link){ .next = child->links, .relation = relation, .parent = parent };
	child->links = link;
	work.items[kit_item_of[child->index] - 1].links = true;
}

/* "insert nodes(1 2) update nodes.name(3)". Of a key that is not known yet the place among the entries, from a. */
static inline const char *told(void)
{
	static char text[4096];
	static const char *const writes[] = { "ahead", "insert", "update", "unlink", "link", "delete" };
	size_t length = 0;
	text[0] = '\0';
	for (uint32_t i = 0; i < work.batches_count; i++) {
		const cq__work_batch *const batch = &work.batches[i];
		const cq__group *const group = &work.groups[batch->group];
		length += (size_t)snprintf(text + length, sizeof text - length, "%s%s %s", i == 0 ? "" : " ", writes[group->write],
			group->model->table->name);
		for (uint32_t k = 0; group->columns != NULL && k < group->model->table->column_count; k++)
			if (cq__column_in(group->columns, k))
				length += (size_t)snprintf(text + length, sizeof text - length, ".%s", cq_table_columns(group->model->table)[k].name);
		for (uint32_t k = 0; k < batch->count && k < 20; k++) {
			const cq__work_item *const item = &work.items[work.order[batch->first + k]];
			int64_t key;
			memcpy(&key, item->old != NULL ? item->old : item->row, sizeof key);
			if (key == 0)
				length += (size_t)snprintf(text + length, sizeof text - length, "%c%c", k == 0 ? '(' : ' ', (char)('a' + item->entry->index));
			else
				length += (size_t)snprintf(text + length, sizeof text - length, "%c%lld", k == 0 ? '(' : ' ', (long long)key);
		}
		length += (size_t)snprintf(text + length, sizeof text - length, ")");
	}
	return text;
}

static inline const char *ordered(void)
{
	const cq_status status = cq__order(&work);
	if (status != CQ_OK)
		fail_msg("%s: %s", cq_status_name(status), cq__error_get(&kit_session.working)->message);
	return told();
}

#endif

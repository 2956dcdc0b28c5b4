/* tests/conform/sqlalchemy_cascades/orders.c: what is said of cascades, and adding along them.
 */
#include "support/snippet.h"

/* page: cascade_models */
#define users_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)

#define orders_COLUMNS(COLUMN)                              \
	COLUMN(id,          BIGINT, PRIMARY_KEY)                \
	COLUMN(customer_id, NULLABLE(BIGINT), REFERENCES(users, id))
#define orders_RELATIONS(RELATION)                          \
	RELATION(items,    HAS_MANY(Item, order_id), BACK(order), CASCADE(ALL, DELETE_ORPHAN)) \
	RELATION(customer, BELONGS_TO(User, customer_id), CASCADE(SAVE_UPDATE))

#define items_COLUMNS(COLUMN)                               \
	COLUMN(id,       BIGINT, PRIMARY_KEY)                   \
	COLUMN(order_id, BIGINT, REFERENCES(orders, id))
#define items_RELATIONS(RELATION)                           \
	RELATION(order, BELONGS_TO(Order, order_id), BACK(items))

CQ_MODEL(User, users)
CQ_MODEL(Order, orders)
CQ_MODEL(Item, items)
CQ_RELATIONS(orders, items)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(users), CQ_TABLE(orders), CQ_TABLE(items)

SNIPPET(save_update)
{
	/* page: save_update */
	Order order = CQ_NEW(Order);
	Item item1 = CQ_NEW(Item), item2 = CQ_NEW(Item);
	CQ_TRY(cq_add(session, Order, &order));
	CQ_TRY(cq_append(session, &order, orders.items, &item1));
	CQ_TRY(cq_append(session, &order, orders.items, &item2));
	assert(cq_state_of(session, &item1) == CQ_PENDING); /* it was added with its order */
	/* page ends */
	CQ_TRY(cq_commit(session));
	SENT(2, 3, "BEGIN; INSERT orders 1; INSERT items 2; COMMIT");
	return cq_expunge_all(session);
}

SNIPPET(save_update_both_ways)
{
	Order o1 = CQ_NEW(Order);
	CQ_TRY(cq_add(session, Order, &o1));
	/* page: save_update_both_ways */
	Item i1 = CQ_NEW(Item);
	assert(cq_assign(session, &i1, items.order, &o1) == CQ_MISUSE); /* i1 is not the session's */
	CQ_TRY(cq_add(session, Item, &i1));
	CQ_TRY(cq_assign(session, &i1, items.order, &o1));
	assert(cq_items(o1.items)[0] == &i1);
	/* page ends */
	SENT(0, 0, "");
	return cq_expunge_all(session);
}

SNIPPET(delete_orphan)
{
	Order *order;
	Item *first, *second;
	CQ_TRY(cq_add_new(session, Order, &order));
	CQ_TRY(cq_add_new(session, Item, &first));
	CQ_TRY(cq_add_new(session, Item, &second));
	CQ_TRY(cq_append(session, order, orders.items, first));
	CQ_TRY(cq_append(session, order, orders.items, second));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: delete_orphan */
	CQ_TRY(cq_remove(session, order, orders.items, cq_items(order->items)[1]));
	CQ_TRY(cq_flush(session));
	/* page ends */
	SENT(1, 1, "BEGIN; DELETE items 1");
	assert_int_equal(cq_state_of(session, second), CQ_DELETED);
	assert_int_equal(cq_count(order->items), 1);
	CQ_TRY(cq_commit(session));
	return CQ_OK;
}

SNIPPET(notes_on_delete)
{
	Order *order;
	Item *first, *second;
	CQ_TRY(cq_add_new(session, Order, &order));
	CQ_TRY(cq_add_new(session, Item, &first));
	CQ_TRY(cq_add_new(session, Item, &second));
	CQ_TRY(cq_append(session, order, orders.items, first));
	CQ_TRY(cq_append(session, order, orders.items, second));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: notes_on_delete */
	Item *item = cq_items(order->items)[1];
	CQ_TRY(cq_delete(session, item));
	CQ_TRY(cq_flush(session));
	const size_t left = cq_count(order->items);
	/* page ends */
	SENT(1, 1, "BEGIN; DELETE items 1");
	assert_int_equal(left, 1);
	/* page: notes_on_delete_commit */
	CQ_TRY(cq_commit(session));
	assert(cq_count(order->items) == 1);
	/* page ends */
	SENT(0, 2, "COMMIT");
	assert_ptr_equal(cq_items(order->items)[0], first);
	return CQ_OK;
}

SNIPPET(merge)
{
	Order *order;
	Item *item;
	CQ_TRY(cq_add_new(session, Order, &order));
	CQ_TRY(cq_add_new(session, Item, &item));
	CQ_TRY(cq_append(session, order, orders.items, item));
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_take(session, Order, order, &order));
	CQ_TRY(cq_expunge_all(session));
	FORGET();
	/* page: merge_cascade */
	Order *merged;
	CQ_TRY(cq_merge(session, Order, order, &merged)); /* order is of elsewhere, and so are its items */
	/* page ends */
	SENT(3, 2, "SELECT orders; SELECT items; SELECT items");
	assert_int_equal(cq_count(merged->items), 1);
	assert_int_equal(cq_items(merged->items)[0]->id, cq_items(order->items)[0]->id);
	cq_free(&order);
	return CQ_OK;
}

SNIPPET(refresh_expire_and_expunge)
{
	Order *order;
	Item *item;
	CQ_TRY(cq_add_new(session, Order, &order));
	CQ_TRY(cq_add_new(session, Item, &item));
	CQ_TRY(cq_append(session, order, orders.items, item));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: refresh_expire */
	CQ_TRY(cq_expire(session, order));
	assert(cq_is_expired(session, item)); /* CASCADE(ALL) has REFRESH_EXPIRE */
	CQ_TRY(cq_refresh(session, order));
	/* page ends */
	SENT(1, 1, "SELECT orders");
	CQ_TRY(cq_load(session, order, orders.items));
	FORGET();
	/* page: expunge_cascade */
	CQ_TRY(cq_expunge(session, order));
	assert(cq_state_of(session, item) == CQ_DETACHED);
	/* page ends */
	SENT(0, 0, "");
	return CQ_OK;
}

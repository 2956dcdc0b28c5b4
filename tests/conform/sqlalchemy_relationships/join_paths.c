/* tests/conform/sqlalchemy_relationships/join_paths.c: two ways between the same tables, and a part of a collection.
 */
#include "support/snippet.h"

/* page: multiple_join_paths_models */
#define customers_COLUMNS(COLUMN)                           \
	COLUMN(id,                  BIGINT, PRIMARY_KEY)        \
	COLUMN(name,                TEXT)                       \
	COLUMN(billing_address_id,  NULLABLE(BIGINT), REFERENCES(addresses, id)) \
	COLUMN(shipping_address_id, NULLABLE(BIGINT), REFERENCES(addresses, id))
#define customers_RELATIONS(RELATION)                       \
	RELATION(billing_address,  BELONGS_TO(Address, billing_address_id)) \
	RELATION(shipping_address, BELONGS_TO(Address, shipping_address_id))

#define addresses_COLUMNS(COLUMN)                           \
	COLUMN(id,      BIGINT, PRIMARY_KEY)                    \
	COLUMN(street,  NULLABLE(TEXT))                         \
	COLUMN(city,    NULLABLE(TEXT))                         \
	COLUMN(user_id, NULLABLE(BIGINT), REFERENCES(users, id))

CQ_MODEL(Customer, customers)
CQ_MODEL(Address, addresses)
CQ_RELATIONS(customers)
/* page ends */

#define users_COLUMNS(COLUMN)                               \
	COLUMN(id,   BIGINT, PRIMARY_KEY)                       \
	COLUMN(name, TEXT)
#define users_RELATIONS(RELATION)                           \
	RELATION(addresses, HAS_MANY(Address, user_id), ORDERED_BY(id))
CQ_MODEL(User, users)
CQ_RELATIONS(users)

#define SNIPPET_TABLES CQ_TABLE(users), CQ_TABLE(addresses), CQ_TABLE(customers)

SNIPPET(multiple_join_paths)
{
	/* page: multiple_join_paths */
	Customer *customer;
	Address *home, *office;
	CQ_TRY(cq_add_new(session, Customer, &customer, .name = "ann"));
	CQ_TRY(cq_add_new(session, Address, &home, .city = "Boston"));
	CQ_TRY(cq_add_new(session, Address, &office, .city = "Portland"));
	CQ_TRY(cq_assign(session, customer, customers.billing_address, office));
	CQ_TRY(cq_assign(session, customer, customers.shipping_address, home));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "BEGIN; INSERT addresses 2; INSERT customers 1; COMMIT");
	assert_int_equal(customer->billing_address_id.value, office->id);
	assert_int_equal(customer->shipping_address_id.value, home->id);
	return CQ_OK;
}

SNIPPET(alternate_join_conditions)
{
	User *user;
	Address *each;
	CQ_TRY(cq_add_new(session, User, &user, .name = "ann"));
	for (int i = 0; i < 4; i++) {
		CQ_TRY(cq_add_new(session, Address, &each, .city = i % 2 == 0 ? "Boston" : "Portland"));
		CQ_TRY(cq_append(session, user, users.addresses, each));
	}
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_expunge_all(session));
	CQ_TRY(cq_get(session, User, &user, 1));
	FORGET();
	/* page: alternate_join_conditions */
	CQ_TRY(cq_load(session, user, users.addresses, WHERE(EQ(addresses.city, "Boston"))));
	CQ_EACH(Address, boston_address, user->addresses)
		printf("%lld %s\n", (long long)boston_address->id, boston_address->city);
	/* page ends */
	SENT(1, 1, "SELECT addresses");
	assert_int_equal(cq_count(user->addresses), 2);
	/* What was left out is not taken for removed. */
	CQ_TRY(cq_commit(session));
	SENT(0, 0, "");
	return CQ_OK;
}

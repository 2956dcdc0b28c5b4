/* tests/conform/sqlalchemy_collections_test.c: the snippets of SQLAlchemy's pages on large collections and on customizing collections.
 */
#include "support/snippet.h"

/* page: write_only_models */
#define accounts_COLUMNS(COLUMN)                            \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                 \
	COLUMN(identifier, TEXT)
#define accounts_RELATIONS(RELATION)                        \
	RELATION(account_transactions, HAS_MANY(AccountTransaction, account_id),  \
		CASCADE(ALL, DELETE_ORPHAN), PASSIVE_DELETES, WRITE_ONLY)

#define account_transaction_COLUMNS(COLUMN)                 \
	COLUMN(id,          BIGINT, PRIMARY_KEY)                \
	COLUMN(account_id,  BIGINT, REFERENCES(accounts, id), ON_DELETE(CASCADE)) \
	COLUMN(description, TEXT)                               \
	COLUMN(amount,      DECIMAL(12, 2))                     \
	COLUMN(timestamp,   TIMESTAMP, DEFAULT_NOW)

CQ_MODEL(Account, accounts)
CQ_MODEL(AccountTransaction, account_transaction)
CQ_RELATIONS(accounts)
/* page ends */

/* page: write_only_audit_models */
#define audits_COLUMNS(COLUMN)                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define audits_RELATIONS(RELATION)                          \
	RELATION(account_transactions, MANY_TO_MANY(AccountTransaction, audit_transaction, audit_id, transaction_id),  \
		PASSIVE_DELETES, WRITE_ONLY)

#define audit_transaction_COLUMNS(COLUMN)                   \
	COLUMN(audit_id,       BIGINT, PRIMARY_KEY, REFERENCES(audits, id), ON_DELETE(CASCADE)) \
	COLUMN(transaction_id, BIGINT, PRIMARY_KEY, REFERENCES(account_transaction, id), ON_DELETE(CASCADE))

CQ_MODEL(BankAudit, audits)
CQ_ASSOCIATION(audit_transaction)
CQ_RELATIONS(audits)
/* page ends */

/* Of the page on collections. */
#define items_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define items_RELATIONS(RELATION)                           \
	RELATION(notes, HAS_MANY(Note, item_id), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY(keyword))
#define notes_COLUMNS(COLUMN)                               \
	COLUMN(id,      BIGINT, PRIMARY_KEY)                    \
	COLUMN(item_id, BIGINT, REFERENCES(items, id))           \
	COLUMN(keyword, TEXT)                                   \
	COLUMN(text,    NULLABLE(TEXT))
CQ_MODEL(Item, items)
CQ_MODEL(Note, notes)
CQ_RELATIONS(items)

#define SNIPPET_TABLES CQ_TABLE(accounts), CQ_TABLE(account_transaction), CQ_TABLE(audits), CQ_TABLE(audit_transaction), CQ_TABLE(items), CQ_TABLE(notes)

static cq_status account_01(cq_session *session, Account **out)
{
	/* page: write_only_new */
	Account *new_account;
	CQ_TRY(cq_add_new(session, Account, &new_account, .identifier = "account_01"));
	AccountTransaction first[] = {
		CQ_NEW(AccountTransaction, .description = "initial deposit", .amount = cq_decimal_constant("500.00")),
		CQ_NEW(AccountTransaction, .description = "transfer", .amount = cq_decimal_constant("1000.00")),
		CQ_NEW(AccountTransaction, .description = "withdrawal", .amount = cq_decimal_constant("-29.50")),
	};
	for (size_t i = 0; i < 3; i++)
		CQ_TRY(cq_append(session, new_account, accounts.account_transactions, &first[i]));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 4, "BEGIN; INSERT accounts 1; INSERT account_transaction 3; COMMIT");
	assert_int_equal(first[2].account_id, new_account->id);
	CQ_TRY(cq_expunge_all(session));
	CQ_TRY(cq_get(session, Account, out, 1));
	FORGET();
	return CQ_OK;
}

SNIPPET(write_only_new)
{
	Account *account;
	CQ_TRY(account_01(session, &account));
	assert_string_equal(account->identifier, "account_01");
	/* page: write_only_is_never_loaded */
	assert(cq_load(session, account, accounts.account_transactions) == CQ_MISUSE);
	/* page ends */
	SENT(0, 0, "");
	assert_non_null(strstr(cq_session_error(session)->message, "accounts.account_transactions is write-only"));
	return CQ_OK;
}

SNIPPET(write_only_add)
{
	Account *ignored;
	CQ_TRY(account_01(session, &ignored));
	CQ_TRY(cq_expunge_all(session));
	/* page: write_only_add */
	Account *existing;
	CQ_TRY(cq_one(session, Account, &existing, SQL(
		SELECT_ALL(accounts), FROM(accounts), WHERE(EQ(accounts.identifier, "account_01")))));
	AccountTransaction *paycheck, *rent;
	CQ_TRY(cq_add_new(session, AccountTransaction, &paycheck, .description = "paycheck", .amount = cq_decimal_constant("2000.00")));
	CQ_TRY(cq_add_new(session, AccountTransaction, &rent, .description = "rent", .amount = cq_decimal_constant("-800.00")));
	CQ_TRY(cq_append(session, existing, accounts.account_transactions, paycheck));
	CQ_TRY(cq_append(session, existing, accounts.account_transactions, rent));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "SELECT accounts; BEGIN; INSERT account_transaction 2; COMMIT");
	assert_int_equal(rent->account_id, existing->id);
	assert_true(rent->timestamp.microseconds > 0);
	return CQ_OK;
}

SNIPPET(write_only_query_and_remove)
{
	Account *existing;
	CQ_TRY(account_01(session, &existing));
	/* page: write_only_query */
	cq_objects(AccountTransaction) debits;
	CQ_TRY(cq_all(session, AccountTransaction, &debits, SQL(
		SELECT_ALL(account_transaction), FROM(account_transaction),
		WHERE(EQ(account_transaction.account_id, existing->id), LT(account_transaction.amount, 0)),
		ORDER_BY(account_transaction.timestamp), LIMIT(10))));
	/* page ends */
	SENT(1, 1, "SELECT account_transaction");
	assert_int_equal(debits.count, 1);
	assert_string_equal(debits.items[0]->description, "withdrawal");
	/* page: write_only_remove */
	CQ_TRY(cq_remove(session, existing, accounts.account_transactions, debits.items[0]));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(1, 1, "BEGIN; DELETE account_transaction 1; COMMIT");
	cq_free(&debits);
	return CQ_OK;
}

SNIPPET(write_only_bulk)
{
	Account *existing;
	CQ_TRY(account_01(session, &existing));
	/* page: write_only_bulk_insert */
	AccountTransaction more[] = {
		CQ_NEW(AccountTransaction, .account_id = existing->id, .description = "transaction 1", .amount = cq_decimal_constant("47.50")),
		CQ_NEW(AccountTransaction, .account_id = existing->id, .description = "transaction 2", .amount = cq_decimal_constant("-501.25")),
		CQ_NEW(AccountTransaction, .account_id = existing->id, .description = "transaction 3", .amount = cq_decimal_constant("1800.00")),
		CQ_NEW(AccountTransaction, .account_id = existing->id, .description = "transaction 4", .amount = cq_decimal_constant("-300.00")),
	};
	CQ_TRY(cq_insert_many(session, AccountTransaction, more, 4));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(1, 1, "BEGIN; SAVEPOINT; INSERT account_transaction 4; RELEASE; COMMIT");
	/* page: write_only_bulk_update */
	CQ_TRY(cq_execute(session, NULL, SQL(
		UPDATE(account_transaction, SET(amount, ADD(account_transaction.amount, 200))),
		WHERE(EQ(account_transaction.account_id, existing->id), EQ(account_transaction.amount, -300)))));
	/* page ends */
	SENT(1, 1, "BEGIN; UPDATE account_transaction 1");
	/* page: write_only_bulk_delete */
	CQ_TRY(cq_execute(session, NULL, SQL(
		DELETE_FROM(account_transaction),
		WHERE(EQ(account_transaction.account_id, existing->id), BETWEEN(account_transaction.amount, -200, 200)))));
	/* page ends */
	SENT(1, 1, "DELETE account_transaction 3");
	return cq_commit(session);
}

SNIPPET(write_only_many_to_many)
{
	Account *existing;
	CQ_TRY(account_01(session, &existing));
	/* page: write_only_audit */
	AccountTransaction odd[] = {
		CQ_NEW(AccountTransaction, .account_id = existing->id, .description = "odd 1", .amount = cq_decimal_constant("50000.00")),
		CQ_NEW(AccountTransaction, .account_id = existing->id, .description = "odd 2", .amount = cq_decimal_constant("25000.00")),
		CQ_NEW(AccountTransaction, .account_id = existing->id, .description = "odd 3", .amount = cq_decimal_constant("45.00")),
	};
	CQ_TRY(cq_add_all(session, AccountTransaction, odd, 3));
	BankAudit *bank_audit;
	CQ_TRY(cq_add_new(session, BankAudit, &bank_audit));
	for (size_t i = 0; i < 3; i++)
		CQ_TRY(cq_append(session, bank_audit, audits.account_transactions, &odd[i]));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(3, 3, "BEGIN; INSERT account_transaction 3; INSERT audits 1; INSERT audit_transaction 3; COMMIT");
	/* page: write_only_audit_update */
	CQ_TRY(cq_execute(session, NULL, SQL(
		UPDATE(account_transaction, SET(description, CONCAT(account_transaction.description, " (audited)"))),
		FROM(audit_transaction),
		WHERE(EQ(audit_transaction.audit_id, bank_audit->id), EQ(audit_transaction.transaction_id, account_transaction.id)))));
	/* page ends */
	SENT(1, 1, "BEGIN; UPDATE account_transaction 3");
	assert_true(cq_is_expired(session, &odd[0]));
	/* page: write_only_audit_update_in */
	CQ_TRY(cq_execute(session, NULL, SQL(
		UPDATE(account_transaction, SET(description, CONCAT(account_transaction.description, " (audited)"))),
		WHERE(IN(account_transaction.id, SUBQUERY(
			SELECT(audit_transaction.transaction_id), FROM(audit_transaction),
			WHERE(EQ(audit_transaction.audit_id, bank_audit->id))))))));
	/* page ends */
	SENT(1, 1, "UPDATE account_transaction 3");
	CQ_TRY(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM account_transaction WHERE description LIKE '% (audited) (audited)'"), 3);
	return cq_expunge_all(session);
}

SNIPPET(lists_and_sets)
{
	/* page: lists_and_sets */
	Item *item;
	Note *atext, *btext;
	CQ_TRY(cq_add_new(session, Item, &item));
	CQ_TRY(cq_add_new(session, Note, &atext, .keyword = "a", .text = "atext"));
	CQ_TRY(cq_add_new(session, Note, &btext, .keyword = "b", .text = "btext"));
	CQ_TRY(cq_append(session, item, items.notes, atext));
	CQ_TRY(cq_append(session, item, items.notes, btext));
	CQ_TRY(cq_append(session, item, items.notes, atext)); /* it is there already */
	assert(cq_count(item->notes) == 2 && cq_items(item->notes)[1] == btext);
	/* page ends */
	CQ_TRY(cq_commit(session));
	SENT(2, 3, "BEGIN; INSERT items 1; INSERT notes 2; COMMIT");
	return CQ_OK;
}

/* page: dictionary */
static Note *note_of(const Item *item, const char *keyword)
{
	CQ_EACH(Note, each, item->notes)
		if (strcmp(each->keyword, keyword) == 0)
			return each;
	return NULL;
}
/* page ends */

SNIPPET(dictionary)
{
	Item *item;
	Note *note_a;
	CQ_TRY(cq_add_new(session, Item, &item));
	CQ_TRY(cq_add_new(session, Note, &note_a, .keyword = "a", .text = "atext"));
	CQ_TRY(cq_append(session, item, items.notes, note_a));
	assert_ptr_equal(note_of(item, "a"), note_a);
	assert_null(note_of(item, "b"));
	return cq_rollback(session);
}

#define SNIPPETS(X)                                                                                           \
	X(write_only_new) X(write_only_add) X(write_only_query_and_remove) X(write_only_bulk)                     \
	X(write_only_many_to_many) X(lists_and_sets) X(dictionary)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPETS(SNIPPET_TEST) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}

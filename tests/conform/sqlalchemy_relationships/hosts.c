/* tests/conform/sqlalchemy_relationships/hosts.c: conditions that no foreign key says are conditions of a statement's joins.
 */
#include "support/snippet.h"

#define host_entry_COLUMNS(COLUMN)                          \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                 \
	COLUMN(ip_address, TEXT)                                \
	COLUMN(content,    TEXT)
#define element_COLUMNS(COLUMN)                             \
	COLUMN(path, TEXT, PRIMARY_KEY)
CQ_MODEL(HostEntry, host_entry)
CQ_MODEL(Element, element)
CQ_ALIAS(host_entry, parent_host)

#define SNIPPET_TABLES CQ_TABLE(host_entry), CQ_TABLE(element)

SNIPPET(custom_conditions)
{
	HostEntry *entry;
	CQ_TRY(cq_add_new(session, HostEntry, &entry, .ip_address = "10.0.0.1", .content = "none"));
	CQ_TRY(cq_add_new(session, HostEntry, &entry, .ip_address = "10.0.0.2", .content = "10.0.0.1"));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: custom_conditions */
	cq_objects(HostEntry) parents;
	CQ_TRY(cq_all(session, HostEntry, &parents, SQL(
		SELECT_ALL(parent_host), FROM(host_entry),
		JOIN(parent_host, EQ(parent_host.ip_address, CAST(host_entry.content, TEXT))))));
	/* page ends */
	SENT(1, 1, "SELECT host_entry");
	assert_int_equal(parents.count, 1);
	assert_int_equal(parents.items[0]->id, 1);
	cq_free(&parents);
	return CQ_OK;
}

/* page: materialized_path_function */
typedef cq_objects(Element) Elements;

static cq_status descendants(cq_session *session, const Element *of, Elements *found)
{
	char below[200];
	(void)snprintf(below, sizeof below, "%s/", of->path);
	return cq_all(session, Element, found, SQL(
		SELECT_ALL(element), FROM(element), WHERE(STARTS_WITH(element.path, below)), ORDER_BY(element.path)));
}
/* page ends */

SNIPPET(materialized_path)
{
	static const char *const paths[] = { "/foo", "/foo/bar1", "/foo/bar2", "/foo/bar2/bat1", "/foo/bar2/bat2", "/foo/bar20" };
	Element *each;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		CQ_TRY(cq_add_new(session, Element, &each, .path = paths[i]));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: materialized_path */
	Element *bar2;
	Elements below;
	CQ_TRY(cq_get(session, Element, &bar2, "/foo/bar2"));
	CQ_TRY(descendants(session, bar2, &below));
	/* page ends */
	SENT(1, 1, "SELECT element");
	assert_int_equal(below.count, 2);
	assert_string_equal(below.items[1]->path, "/foo/bar2/bat2");
	cq_free(&below);
	return CQ_OK;
}

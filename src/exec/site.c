/* exec/site.c: the places of a program that hold statements: what is counted of each, the alarm about repetition, the list.
 * It knows nothing of how statements run. Programs call it through cquel/observe.h, the executors through exec/site.h.
 */
#include "exec/site.h"

#include "base/alloc.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- counting ----------------------------------------------------------------------------------------------------- */

void cq__site_refused(cq_connection *db, cq_site *site)
{
	cq__cache *const cache = &db->engine->cache;
	cq__cache_know(cache, site);
	cq__site_slot *const slot = cq__site_slot_of(cache, site);
	if (slot == NULL)
		return;
	slot->calls++;
	slot->errors++;
}

static void warn_of_repeats(const cq_connection *db, const cq_site *site, uint32_t times)
{
	const cq__site_slot *const slot = cq__site_slot_of(&db->engine->cache, site);
	cq__buffer message = { 0 };
	cq__buffer_append_format(&message, "%s:%d has run %u statements on one connection handle", site->file != NULL ? site->file : "cq_insert",
		site->line, (unsigned)times);
	const cq_log_record record = {
		.level = CQ_LOG_WARNING,
		.message = cq__buffer_text(&message),
		.sql = slot->compiled != NULL ? slot->compiled->text.sql : NULL,
		.rows = -1,
		.file = site->file,
		.line = site->line,
	};
	cq__log_write(&db->engine->log, &record);
	cq__buffer_release(&message);
}

void cq__site_repeated(cq_connection *db, const cq_site *site)
{
	const uint32_t id = __atomic_load_n(&site->id, __ATOMIC_RELAXED), limit = db->engine->options.repeat_alarm;
	if (id > db->repeat_count) {
		const uint32_t count = id < 32 ? 64 : id * 2;
		uint32_t *const repeats = cq__realloc_array(db->repeats, count, sizeof *repeats);
		/* Without memory there is no alarm; the statement has run. */
		if (repeats == NULL)
			return;
		memset(repeats + db->repeat_count, 0, (count - db->repeat_count) * sizeof *repeats);
		db->repeats = repeats;
		db->repeat_count = count;
	}
	uint32_t *const times = &db->repeats[id - 1];
	/* It stands still once the warning is given, so that there is one. */
	if (*times <= limit && ++*times > limit)
		warn_of_repeats(db, site, *times);
}

void cq__site_forget_repeats(cq_connection *db)
{
	cq__free(db->repeats);
	db->repeats = NULL;
	db->repeat_count = 0;
}

/* ---- the list ----------------------------------------------------------------------------------------------------- */

static uint64_t time_of(const cq__site_slot *slot)
{
	if (slot->counted == 0)
		return 0;
	const double each = (double)slot->run_ns / (double)slot->counted;
	return (uint64_t)slot->prepare_ns + (uint64_t)(each * (double)slot->calls);
}

static cq_site_counters counters_of(const cq_site *site, const cq__site_slot *slot)
{
	static const cq__site_slot none = { 0 };
	slot = slot != NULL ? slot : &none;
	return (cq_site_counters){
		.file = site->file != NULL ? site->file : "",
		.line = site->line,
		.sql = slot->compiled != NULL ? slot->compiled->text.sql : "",
		.calls = slot->calls,
		.errors = slot->errors,
		.rows = slot->rows,
		.measured = slot->measured,
		.time_ns = time_of(slot),
		.last_ns = (uint64_t)slot->last_ns,
	};
}

/* The slots of `range` that ran in this engine are found from the range, all others by their number. */
static bool is_in(const cq_site_range *range, const cq_site *site)
{
	return range->first != NULL && (uintptr_t)site >= (uintptr_t)range->first && (uintptr_t)site < (uintptr_t)range->end;
}

static int by_place(const void *left, const void *right)
{
	const cq_site_counters *const a = left, *const b = right;
	const int files = strcmp(a->file, b->file);
	if (files != 0)
		return files;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	/* What ran before what did not, for the latter to be found a copy. */
	if (a->calls != b->calls)
		return a->calls > b->calls ? -1 : 1;
	return strcmp(a->sql, b->sql);
}

static void add_up(cq_site_counters *to, const cq_site_counters *more)
{
	to->calls += more->calls;
	to->errors += more->errors;
	to->rows += more->rows;
	to->measured += more->measured;
	to->time_ns += more->time_ns;
}

/* A statement in a function of a header is one place in each file that includes it: one entry, unless they were compiled to
 * different texts. */
static size_t merge_copies(cq_site_counters *list, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		size_t same = kept;
		while (same > 0 && list[same - 1].line == list[i].line && strcmp(list[same - 1].file, list[i].file) == 0
			&& list[i].calls != 0 && strcmp(list[same - 1].sql, list[i].sql) != 0)
			same--;
		if (same > 0 && *list[i].file != '\0' && list[same - 1].line == list[i].line
			&& strcmp(list[same - 1].file, list[i].file) == 0)
			add_up(&list[same - 1], &list[i]);
		else
			list[kept++] = list[i];
	}
	return kept;
}

cq_status cq__sites_list(const cq__cache *cache, const cq_site_range *range, cq_site_counters **out, size_t *out_count)
{
	const size_t here = range->first != NULL ? (size_t)(range->end - range->first) : 0;
	cq_site_counters *const list = cq__alloc_array(here + cache->site_count, sizeof *list);
	*out = NULL;
	*out_count = 0;
	if (list == NULL)
		return CQ_NO_MEMORY;
	size_t count = 0;
	for (size_t i = 0; i < here; i++)
		list[count++] = counters_of(&range->first[i], cq__site_slot_of(cache, &range->first[i]));
	for (uint32_t i = 0; i < cache->site_count; i++)
		if (cache->sites[i].site != NULL && !is_in(range, cache->sites[i].site))
			list[count++] = counters_of(cache->sites[i].site, &cache->sites[i]);
	qsort(list, count, sizeof *list, by_place);
	*out = list;
	*out_count = merge_copies(list, count);
	return CQ_OK;
}

cq_status cq_run_engine_sites(cq_engine *engine, cq_site_range range, cq_site_function *function, void *user)
{
	if (function == NULL)
		return cq__engine_null(engine, "cq_engine_sites", "the function");
	if (engine == NULL || !cq__engine_entered(engine))
		return CQ_MISUSE;
	cq_site_counters *list;
	size_t count;
	CQ_TRY(cq__sites_list(&engine->cache, &range, &list, &count));
	for (size_t i = 0; i < count; i++)
		function(user, &list[i]);
	cq__free(list);
	return CQ_OK;
}

/* ---- the table ---------------------------------------------------------------------------------------------------- */

static int by_time(const void *left, const void *right)
{
	const cq_site_counters *const a = left, *const b = right;
	if ((a->calls == 0) != (b->calls == 0))
		return a->calls == 0 ? 1 : -1;
	if (a->time_ns != b->time_ns)
		return a->time_ns > b->time_ns ? -1 : 1;
	return by_place(left, right);
}

/* Times that were measured in part are marked. */
static bool write_site(FILE *file, const cq_site_counters *site)
{
	const bool known = *site->file != '\0';
	if (site->calls == 0)
		return fprintf(file, "%9s %7s %10s %12s %12s  %s:%d\n", "not run", "", "", "", "", site->file, site->line) > 0;
	char place[32] = "";
	if (known)
		(void)snprintf(place, sizeof place, ":%d", site->line);
	return fprintf(file, "%9llu %7llu %10lld %c%11.3f %12.1f  %s%s  %s\n", (unsigned long long)site->calls,
		(unsigned long long)site->errors, (long long)site->rows, site->measured < site->calls ? '~' : ' ',
		(double)site->time_ns / 1e6, (double)site->time_ns / 1e3 / (double)site->calls, known ? site->file : "cq_insert", place,
		site->sql) > 0;
}

cq_status cq_run_dump_sites(cq_engine *engine, cq_site_range range, FILE *file)
{
	if (file == NULL)
		return cq__engine_null(engine, "cq_dump_sites", "the file");
	if (engine == NULL || !cq__engine_entered(engine))
		return CQ_MISUSE;
	cq_site_counters *list;
	size_t count;
	CQ_TRY(cq__sites_list(&engine->cache, &range, &list, &count));
	qsort(list, count, sizeof *list, by_time);
	bool good = fprintf(file, "%9s %7s %10s %12s %12s  %s\n", "calls", "errors", "rows", "total ms", "each us", "place, SQL") > 0;
	for (size_t i = 0; i < count && good; i++)
		good = write_site(file, &list[i]);
	cq__free(list);
	return good ? CQ_OK : CQ_IO;
}

/* conform/session_random/fault.c: one allocation, one statement or the connection of a sequence fails, and what must hold then: the database is as
 * before or as after what failed, and a rollback brings session and model together again.
 * It knows nothing of which step it is. See step.h.
 */
#include "step.h"

#include "base/alloc.h"
#include "support/client.h"
#include "support/database.h"

#include <cquel/execute.h>
#include <cquel/transaction.h>
#include <cquel/words.h>

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

struct fault fault;

/* ---- SQLite: a step of a statement fails, before anything is done ---------------------------------------------------- */

enum { IO_ERROR = 10 };
static atomic_bool armed, just_failed;
static atomic_long steps_left;

int sqlite3_step(void *statement);
int sqlite3_extended_errcode(void *handle);

static void *next_symbol(const char *name)
{
	void *const found = dlsym(RTLD_NEXT, name);
	if (found == NULL)
		wrong("%s is nowhere", name);
	return found;
}

/* SQLite itself calls it, too, to read its schema: that is left alone. */
static bool is_ours(const void *address)
{
	Dl_info caller, here;
	return dladdr(address, &caller) != 0 && dladdr((const void *)&fault, &here) != 0 && caller.dli_fbase == here.dli_fbase;
}

int sqlite3_step(void *statement)
{
	static int (*real)(void *);
	if (real == NULL)
		*(void **)(void *)&real = next_symbol("sqlite3_step");
	if (!atomic_load(&armed) || fault.kind != FAULT_STATEMENT || !is_ours(__builtin_return_address(0)) || atomic_fetch_sub(&steps_left, 1) != 1)
		return real(statement);
	atomic_store(&just_failed, true);
	fault.struck = true;
	return IO_ERROR;
}

int sqlite3_extended_errcode(void *handle)
{
	static int (*real)(void *);
	if (real == NULL)
		*(void **)(void *)&real = next_symbol("sqlite3_extended_errcode");
	return atomic_exchange(&just_failed, false) ? IO_ERROR : real(handle);
}

/* ---- PostgreSQL: behind a statement the connections are ended --------------------------------------------------------- */

static int64_t plain_pid;

void fault_see_plain(void)
{
	plain_pid = 0;
	if (s.postgres && cq_scalar(s.plain, &plain_pid, RAW_SQL("SELECT CAST(pg_backend_pid() AS BIGINT)")) != CQ_OK)
		wrong("%s", cq_last_error(s.plain)->message);
}

void fault_note(void *user, const cq_log_record *record)
{
	(void)user;
	if (!atomic_load(&armed) || fault.kind != FAULT_KILL || record->level != CQ_LOG_STATEMENT || --fault.left != 0)
		return;
	char sql[300];
	snprintf(sql, sizeof sql, "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = current_database() AND pid NOT IN (pg_backend_pid(), %lld)",
		(long long)plain_pid);
	fault.struck = true;
	if (!client_execute(database_client(), sql))
		wrong("%s", client_message(database_client()));
}

/* ---- around each call ------------------------------------------------------------------------------------------------- */

void fault_begin(enum fault_kind kind, long point)
{
	memset(&fault, 0, sizeof fault);
	fault.kind = kind;
	fault.left = point;
	atomic_store(&steps_left, point);
	atomic_store(&just_failed, false);
}

void fault_arm(void)
{
	if (fault.kind == FAULT_MEMORY && !fault.struck)
		cq__alloc_fail_after(fault.left);
	atomic_store(&armed, fault.kind != FAULT_NONE && !fault.struck);
}

void fault_disarm(void)
{
	const bool was = atomic_exchange(&armed, false);
	if (!was || fault.kind != FAULT_MEMORY)
		return;
	const long used = cq__alloc_count();
	cq__alloc_fail_after(0);
	fault.struck = used >= fault.left;
	if (fault.struck)
		say("  (no memory)");
	fault.left -= used;
}

/* A call has failed, and the fault may be why: the rest of the step is not done. */
void fault_failed(const char *name, cq_status status, bool flushes)
{
	if (!fault.struck || fault.over || status == CQ_OK)
		return;
	if (fault.kind == FAULT_MEMORY && status != CQ_NO_MEMORY)
		return;
	say("  %s: %s, by the fault", name, cq_status_name(status));
	fault.over = true;
	fault.name = name;
	fault.status = status;
	fault.attempted = flushes;
	longjmp(fault.back, 1);
}

/* ---- afterwards ------------------------------------------------------------------------------------------------------- */

static bool waits(const char *name)
{
	static const char *const still[] = { "cq_add", "cq_append", "cq_remove", "cq_assign", "cq_delete", "cq_expire", "cq_expire_all", "cq_expunge" };
	for (size_t i = 0; i < sizeof still / sizeof *still; i++)
		if (strcmp(name, still[i]) == 0)
			return false;
	return true;
}

static bool same_rows(const struct world *a, const struct world *b)
{
	return memcmp(a->rows, b->rows, sizeof a->rows) == 0 && a->pair_count == b->pair_count && memcmp(a->pairs, b->pairs, sizeof a->pairs) == 0;
}

/* Nobody knows whether it is committed: the database says, and it is one or the other. */
static void look_at_commit(const struct world *next)
{
	static struct world committed;
	committed = *next;
	flush_keys(&committed);
	if (!same_rows(&committed, &s.base) && rows_are(&committed)) {
		if (fault.status != CQ_COMMIT_UNKNOWN)
			wrong("%s failed (%s), and has committed", fault.name, cq_status_name(fault.status));
		s.now = committed;
	} else {
		s.now = s.base;
	}
	compare_rows(&s.now, s.plain);
	fault.ended = true;
}

static void roll_all_back(void)
{
	cq_status status = CQ_OK;
	for (int i = s.levels; i >= 0; i--)
		status = cq_rollback(s.session);
	for (int i = 0; i < 3 && (status != CQ_OK || cq_in_transaction(s.session)); i++)
		status = cq_rollback(s.session);
	if (status != CQ_OK || cq_in_transaction(s.session))
		wrong("behind the fault cq_rollback gives %s: %s", cq_status_name(status), cq_session_error(s.session)->message);
}

/* Every level at once. */
void roll_back_all(void)
{
	say("cq_rollback, of all");
	roll_all_back();
	s.levels = 0;
	rollback_model();
	const int count = s.now.object_count;
	for (int i = 0; i < count; i++)
		adopt_after_rollback(i);
	compare_all();
	for (int i = 0; i < s.now.object_count; i++)
		s.now.objects[i].reread = s.now.objects[i].unloaded = s.now.objects[i].touched = false;
	s.base = s.now;
}

void fault_recover(const struct world *next)
{
	const bool read = fault.attempted ? strcmp(fault.name, "cq_flush") != 0 : waits(fault.name);
	if (strcmp(fault.name, "cq_commit") == 0 && fault.status == CQ_COMMIT_UNKNOWN) {
		look_at_commit(next);
		return;
	}
	/* What it began by itself it has ended. */
	if (fault.kind == FAULT_MEMORY && fault.attempted && !fault.may_be_open && cq_in_transaction(s.session))
		wrong("%s failed (%s), and has left a transaction", fault.name, cq_status_name(fault.status));
	look_at_expired();
	if (!read)
		compare_objects();
	if (!cq_in_transaction(s.session))
		compare_rows(&s.base, s.plain);
	for (int i = 0; i < s.now.object_count && read; i++)
		s.now.objects[i].reread = s.now.objects[i].unloaded = true;
	roll_back_all();
}

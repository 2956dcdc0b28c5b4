/* main.c: a program of another project, which knows of cquel only what was installed. */
#include <cquel/status.h>
#include <cquel/version.h>

#include <stdio.h>
#include <string.h>

int main(void)
{
	char built_for[32];
	snprintf(built_for, sizeof built_for, "%d.%d.%d", CQ_VERSION_MAJOR, CQ_VERSION_MINOR, CQ_VERSION_PATCH);
	if (strcmp(cq_version(), built_for) != 0) {
		fprintf(stderr, "the headers are of %s, the library of %s\n", built_for, cq_version());
		return 1;
	}
	if (strcmp(cq_status_name(CQ_NO_ROW), "CQ_NO_ROW") != 0) {
		fprintf(stderr, "CQ_NO_ROW is called %s\n", cq_status_name(CQ_NO_ROW));
		return 1;
	}
	printf("cquel %s\n", cq_version());
	return 0;
}

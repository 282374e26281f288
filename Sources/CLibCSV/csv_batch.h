/*
 * Rows of libcsv, gathered in batches.
 *
 * libcsv hands out one field a callback; crossing into Swift for each costs more than parsing it.
 * Here the callbacks are C and only append to growing arrays, which Swift reads after each chunk.
 * libcsv also keeps no line numbers, so the input is fed a line at a time and lines are counted
 * here; and its lenient mode says nothing of what it mended, so a strict parser runs beside it and
 * the lenient one is believed only for rows that the strict one refuses.
 */
#ifndef TOLL_CSV_BATCH_H
#define TOLL_CSV_BATCH_H

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* The fields of rows, end to end. */
struct csv_sink {
  unsigned char *bytes;
  size_t byte_count, byte_capacity;
  /* Twice the offset behind each field's last byte, plus one where nothing at all was written. */
  size_t *fields;
  size_t field_count, field_capacity;
  size_t row_ended;
  int out_of_memory;
};

/* One whole row of a batch. */
struct csv_batch_row {
  size_t field_end;
  size_t line;
  unsigned long long byte;
  int mended;
};

enum csv_batch_status {
  CSV_BATCH_OK = 0,
  CSV_BATCH_MALFORMED = 1,
  CSV_BATCH_UNTERMINATED = 2,
  CSV_BATCH_TOO_LONG = 3,
  CSV_BATCH_NO_MEMORY = 4
};

struct csv_batch {
  struct csv_parser strict, loose;
  struct csv_sink sink, loose_sink;
  struct csv_batch_row *rows;
  size_t row_count, row_capacity;
  /* Where the batch's unfinished row begins in the sink. */
  size_t partial_bytes, partial_fields;
  size_t line, row_line;
  unsigned long long row_byte, byte;
  size_t field_limit, row_limit;
  int lenient, strict_broken, at_row_start, after_cr;
  /* Whether the row that broke ended with its line, so that reading goes on right there. */
  int line_ended;
};

static inline int csv_sink_no_space(unsigned char c) {
  (void)c;
  return 0;
}

static inline void csv_sink_field(void *bytes, size_t count, void *context) {
  struct csv_sink *sink = (struct csv_sink *)context;
  if (sink->out_of_memory) return;
  if (sink->byte_capacity - sink->byte_count < count) {
    size_t capacity = (sink->byte_count + count) * 2;
    unsigned char *grown = (unsigned char *)realloc(sink->bytes, capacity);
    if (!grown) { sink->out_of_memory = 1; return; }
    sink->bytes = grown;
    sink->byte_capacity = capacity;
  }
  if (sink->field_count == sink->field_capacity) {
    size_t capacity = sink->field_capacity ? sink->field_capacity * 2 : 1024;
    size_t *grown = (size_t *)realloc(sink->fields, capacity * sizeof *grown);
    if (!grown) { sink->out_of_memory = 1; return; }
    sink->fields = grown;
    sink->field_capacity = capacity;
  }
  if (count) memcpy(sink->bytes + sink->byte_count, bytes, count);
  sink->byte_count += count;
  sink->fields[sink->field_count++] = sink->byte_count * 2 + (bytes == NULL);
}

static inline void csv_sink_row(int terminator, void *context) {
  (void)terminator;
  ((struct csv_sink *)context)->row_ended = 1;
}

static inline void csv_batch_restart_parser(struct csv_parser *parser) {
  parser->pstate = 0;
  parser->quoted = 0;
  parser->spaces = 0;
  parser->entry_pos = 0;
  parser->status = CSV_SUCCESS;
}

/* A batch for one input; NULL where memory is short. */
static inline struct csv_batch *csv_batch_create(
    unsigned char delimiter, unsigned char quote, int lenient, size_t field_limit,
    size_t row_limit) {
  struct csv_batch *batch = (struct csv_batch *)calloc(1, sizeof *batch);
  if (!batch) return NULL;
  csv_init(&batch->strict, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
  csv_set_space_func(&batch->strict, csv_sink_no_space);
  csv_init(&batch->loose, CSV_EMPTY_IS_NULL);
  csv_set_delim(&batch->strict, delimiter);
  csv_set_delim(&batch->loose, delimiter);
  csv_set_quote(&batch->strict, quote);
  csv_set_quote(&batch->loose, quote);
  batch->lenient = lenient;
  batch->field_limit = field_limit;
  batch->row_limit = row_limit;
  batch->line = 1;
  batch->row_line = 1;
  batch->at_row_start = 1;
  return batch;
}

static inline void csv_batch_destroy(struct csv_batch *batch) {
  if (!batch) return;
  csv_free(&batch->strict);
  csv_free(&batch->loose);
  free(batch->sink.bytes);
  free(batch->sink.fields);
  free(batch->loose_sink.bytes);
  free(batch->loose_sink.fields);
  free(batch->rows);
  free(batch);
}

/* Drops the whole rows, keeping the unfinished one. */
static inline void csv_batch_drain(struct csv_batch *batch) {
  struct csv_sink *sink = &batch->sink;
  size_t bytes = batch->partial_bytes, fields = batch->partial_fields;
  if (fields || bytes) {
    if (sink->byte_count > bytes)
      memmove(sink->bytes, sink->bytes + bytes, sink->byte_count - bytes);
    sink->byte_count -= bytes;
    for (size_t i = fields; i < sink->field_count; i++)
      sink->fields[i - fields] = sink->fields[i] - bytes * 2;
    sink->field_count -= fields;
  }
  batch->partial_bytes = 0;
  batch->partial_fields = 0;
  batch->row_count = 0;
}

/* Drops the unfinished row and starts both parsers afresh at a line's start. */
static inline void csv_batch_restart(struct csv_batch *batch) {
  batch->sink.byte_count = batch->partial_bytes;
  batch->sink.field_count = batch->partial_fields;
  batch->loose_sink.byte_count = 0;
  batch->loose_sink.field_count = 0;
  batch->sink.row_ended = 0;
  batch->loose_sink.row_ended = 0;
  batch->strict_broken = 0;
  batch->at_row_start = 1;
  csv_batch_restart_parser(&batch->strict);
  csv_batch_restart_parser(&batch->loose);
}

static inline int csv_batch_end_row(struct csv_batch *batch, int mended) {
  if (batch->row_count == batch->row_capacity) {
    size_t capacity = batch->row_capacity ? batch->row_capacity * 2 : 256;
    struct csv_batch_row *grown =
        (struct csv_batch_row *)realloc(batch->rows, capacity * sizeof *grown);
    if (!grown) return CSV_BATCH_NO_MEMORY;
    batch->rows = grown;
    batch->row_capacity = capacity;
  }
  struct csv_batch_row *row = &batch->rows[batch->row_count++];
  row->field_end = batch->sink.field_count;
  row->line = batch->row_line;
  row->byte = batch->row_byte;
  row->mended = mended;
  batch->partial_bytes = batch->sink.byte_count;
  batch->partial_fields = batch->sink.field_count;
  batch->sink.row_ended = 0;
  batch->at_row_start = 1;
  return CSV_BATCH_OK;
}

/* Takes over the row that the lenient parser made of what the strict one refused. */
static inline int csv_batch_take_loose_row(struct csv_batch *batch) {
  struct csv_sink *loose = &batch->loose_sink;
  size_t start = 0;
  batch->sink.byte_count = batch->partial_bytes;
  batch->sink.field_count = batch->partial_fields;
  for (size_t i = 0; i < loose->field_count; i++) {
    size_t end = loose->fields[i] >> 1;
    /* A null address says that the field is missing, so an empty one needs some other. */
    void *bytes = end > start ? (void *)(loose->bytes + start) : (void *)loose;
    csv_sink_field((loose->fields[i] & 1) ? NULL : bytes, end - start, &batch->sink);
    start = end;
  }
  loose->byte_count = 0;
  loose->field_count = 0;
  loose->row_ended = 0;
  batch->strict_broken = 0;
  csv_batch_restart_parser(&batch->strict);
  return batch->sink.out_of_memory ? CSV_BATCH_NO_MEMORY : csv_batch_end_row(batch, 1);
}

/* Feeds one line or a piece of one; `parsed` becomes the number of bytes that were good. */
static inline int csv_batch_line(
    struct csv_batch *batch, const unsigned char *bytes, size_t count, size_t *parsed) {
  *parsed = count;
  if (!batch->strict_broken) {
    size_t good = csv_parse(&batch->strict, bytes, count, csv_sink_field, csv_sink_row, &batch->sink);
    if (batch->sink.out_of_memory || (good < count && csv_error(&batch->strict) != CSV_EPARSE))
      return CSV_BATCH_NO_MEMORY;
    if (good < count) {
      if (!batch->lenient) { *parsed = good; return CSV_BATCH_MALFORMED; }
      batch->strict_broken = 1;
    }
  }
  if (batch->lenient) {
    struct csv_sink *loose = &batch->loose_sink;
    if (csv_parse(&batch->loose, bytes, count, csv_sink_field, csv_sink_row, loose) < count
        || loose->out_of_memory)
      return CSV_BATCH_NO_MEMORY;
    if (batch->strict_broken) {
      if (loose->row_ended) return csv_batch_take_loose_row(batch);
    } else if (batch->sink.row_ended) {
      loose->byte_count = 0;
      loose->field_count = 0;
      loose->row_ended = 0;
    }
  }
  if (!batch->strict_broken && batch->sink.row_ended) return csv_batch_end_row(batch, 0);
  size_t held = batch->sink.byte_count - batch->partial_bytes
      + (batch->sink.field_count - batch->partial_fields) * sizeof(size_t);
  size_t loosely_held = batch->loose_sink.byte_count
      + batch->loose_sink.field_count * sizeof(size_t);
  if (batch->strict.entry_pos > batch->field_limit || batch->loose.entry_pos > batch->field_limit
      || held > batch->row_limit || loosely_held > batch->row_limit)
    return CSV_BATCH_TOO_LONG;
  return CSV_BATCH_OK;
}

/*
 * Feeds a chunk. `consumed` becomes the number of bytes that were taken in, which is less than
 * `count` only where the status is not OK: then it is the offset of the byte that broke the row.
 */
static inline int csv_batch_feed(
    struct csv_batch *batch, const unsigned char *bytes, size_t count, size_t *consumed) {
  size_t pos = 0, next_lf = 0, next_cr = 0;
  while (pos < count) {
    if (batch->after_cr && bytes[pos] == CSV_LF) {
      /* The second half of a CRLF that a chunk boundary cut: the line is counted already. */
      size_t parsed;
      batch->after_cr = 0;
      int status = csv_batch_line(batch, bytes + pos, 1, &parsed);
      if (status) {
        *consumed = pos + parsed;
        batch->byte += parsed;
        batch->line_ended = 1;
        return status;
      }
      pos += 1;
      batch->byte += 1;
      continue;
    }
    batch->after_cr = 0;
    if (next_lf <= pos) {
      const void *found = memchr(bytes + pos, CSV_LF, count - pos);
      next_lf = found ? (size_t)((const unsigned char *)found - bytes) + 1 : count + 1;
    }
    if (next_cr <= pos) {
      /* Looked for no further than the line feed, so that no byte is looked at twice. */
      size_t end = next_lf <= count ? next_lf : count;
      const void *found = memchr(bytes + pos, CSV_CR, end - pos);
      next_cr = found ? (size_t)((const unsigned char *)found - bytes) + 1 : 0;
    }
    size_t end = next_lf <= count ? next_lf : count;
    int ends_line = next_lf <= count;
    if (next_cr > pos && next_cr < end + 1) {
      ends_line = 1;
      if (next_cr < count && bytes[next_cr] == CSV_LF) {
        end = next_cr + 1;
      } else {
        end = next_cr;
        batch->after_cr = next_cr == count;
      }
    }
    if (batch->at_row_start) {
      batch->row_line = batch->line;
      batch->row_byte = batch->byte;
    }
    int was_at_row_start = batch->at_row_start;
    int blank = bytes[pos] == CSV_LF || bytes[pos] == CSV_CR;
    size_t parsed;
    batch->at_row_start = 0;
    int status = csv_batch_line(batch, bytes + pos, end - pos, &parsed);
    if (status) {
      batch->byte += parsed;
      *consumed = pos + parsed;
      batch->line_ended = parsed == end - pos && ends_line;
      if (batch->line_ended) batch->line += 1;
      return status;
    }
    if (was_at_row_start && blank) batch->at_row_start = 1;
    if (ends_line) batch->line += 1;
    batch->byte += end - pos;
    pos = end;
  }
  *consumed = count;
  return CSV_BATCH_OK;
}

/* Passes over the rest of a line that broke; returns the bytes taken, `*ended` whether it ended. */
static inline size_t csv_batch_skip_line(
    struct csv_batch *batch, const unsigned char *bytes, size_t count, int *ended) {
  size_t pos = 0;
  *ended = 0;
  while (pos < count && !*ended) {
    unsigned char byte = bytes[pos++];
    if (byte == CSV_LF || byte == CSV_CR) {
      batch->line += 1;
      *ended = 1;
      if (byte == CSV_CR && pos < count && bytes[pos] == CSV_LF) pos += 1;
      else batch->after_cr = byte == CSV_CR && pos == count;
    }
  }
  batch->byte += pos;
  return pos;
}

/* Ends the input: the last row may lack its newline. */
static inline int csv_batch_finish(struct csv_batch *batch) {
  if (!batch->strict_broken) {
    int failed = csv_fini(&batch->strict, csv_sink_field, csv_sink_row, &batch->sink);
    if (batch->sink.out_of_memory) return CSV_BATCH_NO_MEMORY;
    if (failed && !batch->lenient) return CSV_BATCH_UNTERMINATED;
    if (failed) batch->strict_broken = 1;
    else if (batch->sink.row_ended) return csv_batch_end_row(batch, 0);
  }
  if (batch->strict_broken) {
    csv_fini(&batch->loose, csv_sink_field, csv_sink_row, &batch->loose_sink);
    if (batch->loose_sink.out_of_memory) return CSV_BATCH_NO_MEMORY;
    if (batch->loose_sink.row_ended) return csv_batch_take_loose_row(batch);
  }
  return CSV_BATCH_OK;
}

#endif

import { counter, datedWithin, sourced } from '../columns.ts';
import { qualifier } from '../common.ts';
import { oneOf, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

const labelled = (label: string, definition: string) => ({ label, definition });

/** Groups among the people held as political prisoners, as the counter defines them. */
export const prisonerGroups = defineTable({
  name: 'prisoner-groups',
  title: 'Groups among the prisoners',
  description:
    'One row a published number of people of one group among those held as political prisoners, on one day. Groups overlap, so they never add up, and a number is taken from the text that defines the group: people at special risk are not the seriously ill. Women held stand in political-prisoners.',
  primaryKey: ['date', 'group', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  stocks: 'all',
  fields: {
    ...datedWithin('Day that the count speaks of, read with date_precision.', 'its end'),
    group: oneOf(
      { description: 'Who is counted.' },
      {
        at_special_risk: labelled(
          'at special risk',
          'People whom Viasna holds to be at special risk in prison: the seriously ill, the disabled, people over 60, people with mental disorders, and people with many children or both parents of a family inside.',
        ),
        seriously_ill: labelled('seriously ill', 'People in grave physical health; a part of those at special risk.'),
        disabled: labelled('disabled', 'People with a recognised disability; a part of those at special risk.'),
        disabled_or_seriously_ill: labelled('disabled or seriously ill', 'Both groups together, where the source does not part them.'),
        over_60: labelled('over 60', 'People older than 60; a part of those at special risk.'),
        pensioners: labelled('pensioners', 'People of pension age, which in Belarus is lower for women than for men.'),
        mental_disorders: labelled('with mental disorders', 'A part of those at special risk.'),
        parents_of_many_children: labelled('parents of many children', 'A part of those at special risk.'),
        hard_family_situation: labelled(
          'in hard family circumstances',
          'People with many children, single parents, and families in which both parents are in prison.',
        ),
        minors: labelled('minors', 'People under 18.'),
        turned_18: labelled('turned 18 inside', 'People who came of age in prison.'),
        incommunicado: labelled('without any contact', 'People from whom neither family nor lawyers have heard for months or years.'),
        whereabouts_unknown: labelled('whereabouts unknown', 'People of whom the counter does not know where they are held.'),
        media_workers: labelled(
          'media workers',
          'Journalists and other media workers on the list of political prisoners; BAJ counts by another list.',
        ),
        cultural_figures: labelled('people of culture', 'Writers, artists, musicians and others.'),
        doctors: labelled('doctors', 'Medical workers.'),
        lawyers: labelled('lawyers', 'Lawyers and advocates.'),
        rights_defenders: labelled('rights defenders', 'Members of human rights organisations.'),
        it_specialists: labelled('IT specialists', 'People who work in information technology.'),
        soldiers: labelled('soldiers', 'Servicemen.'),
        clergy_and_believers: labelled('clergy and believers', 'Priests, and believers persecuted as such.'),
        ten_years_or_more: labelled('ten years or more', 'People sentenced to ten years or more.'),
        in_colonies: labelled('in penal colonies', 'People who serve their sentence in a colony.'),
        in_open_facilities: labelled(
          'in open facilities',
          'People sentenced to restricted freedom in an open-type facility, who count as political prisoners.',
        ),
        in_remand: labelled('in remand', 'People held before or during trial, or before their appeal.'),
        in_juvenile_colony: labelled('in a juvenile colony', 'People who serve their sentence in a colony for minors.'),
        under_house_arrest: labelled('under house arrest', 'People under house arrest before trial.'),
        in_psychiatric_hospital: labelled('in a psychiatric hospital', 'People in compulsory treatment or examination.'),
        waiting_at_liberty: labelled('waiting at liberty', 'People on the list who wait at liberty for their punishment to begin.'),
        moved_to_prison: labelled(
          'moved to a prison since 2020',
          'People moved from a colony to the harsher regime of a prison, counted up since 2020.',
        ),
        families: labelled(
          'families',
          'Families, not people, with at least two members inside: couples, parents with children, brothers and sisters.',
        ),
        families_both_parents: labelled('families without parents outside', 'Families, not people, in which both parents are in prison.'),
      },
    ),
    value: wholeNumber({
      description: 'Number of people, or of families where the group says so.',
      unit: 'people or families',
      max: 20_000,
    }),
    qualifier: qualifier(),
    ...counter(),
    ...sourced(),
  },
});

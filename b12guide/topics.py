"""The ids of the topics: one intent of the same name and one file under `content/topics/` each."""

from __future__ import annotations

TOPICS = frozenset(
    {
        "purpose_of_injections",
        "who_needs_injections",
        "low_b12_automatic_injections",
        "injections_vs_oral",
        "dietary_deficiency",
        "typical_dose",
        "loading_phase",
        "maintenance_phase",
        "schedule_differences_between_people",
        "how_long_treatment_lasts",
        "stopping_maintenance",
        "how_dose_is_decided",
        "lab_tests_explained",
        "monitoring_after_starting",
        "time_to_feel_better",
        "nerve_recovery",
        "not_improving",
        "side_effects",
        "warning_signs_information",
        "overlapping_conditions",
        "missed_or_late_injection",
        "staying_on_schedule",
        "route_im_vs_subcut_formulation",
        "injection_technique_pain",
        "questions_for_clinician",
        "cause_pernicious_anemia",
        "symptoms_of_deficiency",
        "too_much_b12",
        "self_injection",
        "cost_or_access",
        "interactions_medicines",
        "pregnancy",
        "diagnosis_request",
        "other_b12",
    }
)
